import { parse } from "csv-parse/sync";
import type { Block } from "./blocks.ts";
import { rowReader, wrongHeader } from "./columns.ts";
import type { ImportFormat } from "./importRun.ts";
import { readCsvBlock } from "./readCsvBlock.ts";
import { readNdjsonBlock } from "./readNdjsonBlock.ts";
import type { ReadRow } from "./supplierProduct.ts";
import { unguarded } from "./unguarded.ts";

/** The bytes of a file from a place on. */
export type OpenBytes = (from: number) => AsyncIterable<Uint8Array>;

/** Reads the rows of a file's blocks. */
export interface Reader {
  readonly quoted: boolean;
  /** Where its first row may begin, behind the line that names the columns. */
  readonly begins: { readonly bytes: number; readonly lines: number };
  read(block: Block): ReadRow[];
}

/** No row of the file can be read, and why. */
export interface Unreadable {
  readonly unreadable: string;
}

const LONGEST_HEADER = 4_000;
const EMPTY = "The file is empty: its first line names the columns, then come the rows.";

/** Finds out how a file is read; of CSV by its first line. */
export async function openReader(format: ImportFormat, open: OpenBytes): Promise<Reader | Unreadable> {
  if (format === "ndjson") {
    return { quoted: false, begins: { bytes: 0, lines: 0 }, read: readNdjsonBlock };
  }
  const line = await firstLine(open(0));
  if (line.length === 0) {
    return { unreadable: EMPTY };
  }
  const names = namesIn(line);
  const wrong =
    names === undefined ? "Its first line is no row of column names in UTF-8." : wrongHeader(names);
  if (names === undefined || wrong !== undefined) {
    return { unreadable: wrong ?? "" };
  }
  const readCells = rowReader(names);
  const read: typeof readCells = (cells) => readCells(cells.map(unguarded));
  return {
    quoted: true,
    begins: { bytes: line.length, lines: 1 },
    read: (block) => readCsvBlock(block, names.length, read),
  };
}

async function firstLine(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  let held = Buffer.alloc(0);
  for await (const piece of bytes) {
    held = Buffer.concat([held, piece]);
    const end = held.indexOf(0x0a);
    if (end !== -1) {
      return held.subarray(0, end + 1);
    }
    if (held.length > LONGEST_HEADER) {
      break;
    }
  }
  return held;
}

function namesIn(line: Buffer): string[] | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(line);
    const [names] = parse(text, { bom: true, trim: true, relax_column_count: true }) as string[][];
    return names;
  } catch {
    return undefined;
  }
}
