/** Some whole lines of a file. */
export interface Block {
  readonly bytes: Buffer;
  /** Of the file, from 1, its first. */
  readonly line: number;
  /** Bytes and lines of the file up to its end: reading can go on from there. */
  readonly endsAt: { readonly bytes: number; readonly lines: number };
}

/** How large a block is, about: some two thousand products, half a second of one core. */
const BLOCK_BYTES = 1_048_576;
/** A row that is longer has lost its closing quote somewhere: the block is cut where a line ends. */
const MOST_BYTES = 3 * BLOCK_BYTES;

const NEW_LINE = 0x0a;
const QUOTE = 0x22;

/**
 * Cuts a file into blocks of whole lines. Where rows are `quoted`, a block ends at a line that leaves no
 * quote open, so that a row of several lines is not cut. `from` is where `bytes` begin.
 */
export async function* blocksOf(
  bytes: AsyncIterable<Uint8Array>,
  {
    quoted,
    from,
  }: { readonly quoted: boolean; readonly from: { readonly bytes: number; readonly lines: number } },
): AsyncGenerator<Block> {
  let { bytes: done, lines } = from;
  let held = Buffer.alloc(0);
  const cut = (at: number): Block => {
    const own = held.subarray(0, at);
    held = held.subarray(at);
    const block = { bytes: own, line: lines + 1 };
    done += own.length;
    lines += linesIn(own);
    return { ...block, endsAt: { bytes: done, lines } };
  };
  for await (const piece of bytes) {
    held = Buffer.concat([held, piece]);
    while (held.length >= BLOCK_BYTES) {
      const at = lastCut(held, quoted) ?? (held.length >= MOST_BYTES ? held.lastIndexOf(NEW_LINE) + 1 : 0);
      if (at === 0) {
        break;
      }
      yield cut(at);
    }
  }
  if (held.length > 0) {
    yield cut(held.length);
  }
}

/** Behind the last line that leaves no quote open; undefined when there is none. */
function lastCut(held: Buffer, quoted: boolean): number | undefined {
  if (!quoted) {
    const end = held.lastIndexOf(NEW_LINE);
    return end === -1 ? undefined : end + 1;
  }
  let isOpen = false;
  let found: number | undefined;
  for (let at = 0; at < held.length; at += 1) {
    const byte = held[at];
    if (byte === QUOTE) {
      isOpen = !isOpen;
    } else if (byte === NEW_LINE && !isOpen) {
      found = at + 1;
    }
  }
  return found;
}

function linesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEW_LINE); at !== -1; at = bytes.indexOf(NEW_LINE, at + 1)) {
    count += 1;
  }
  return bytes.length > 0 && bytes.at(-1) !== NEW_LINE ? count + 1 : count;
}
