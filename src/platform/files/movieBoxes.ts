import type { FileHandle } from "node:fs/promises";

/** A piece of a movie file: where its head begins, and where its content does and ends. */
export interface Box {
  readonly type: string;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The boxes of a file do not fit into it, or into one another. */
export class MovieDamaged extends Error {}

/** More than a film of an hour has at one level; a file of heads alone would keep us busy. */
const MOST_BOXES = 20_000;

/** The boxes between two places of a movie file, one behind the other without a gap. Errors: MovieDamaged. */
export async function boxesIn(handle: FileHandle, from: number, to: number): Promise<readonly Box[]> {
  const boxes: Box[] = [];
  for (let at = from; at < to; ) {
    const box = await boxAt(handle, at, to);
    boxes.push(box);
    at = box.to;
    if (boxes.length > MOST_BOXES) {
      throw new MovieDamaged("more boxes than a film has");
    }
  }
  return boxes;
}

async function boxAt(handle: FileHandle, at: number, to: number): Promise<Box> {
  const head = Buffer.alloc(16);
  const { bytesRead } = await handle.read(head, 0, 16, at);
  const type = head.toString("latin1", 4, 8);
  // Old cameras end a list of boxes with four empty bytes.
  if (to - at === 4 && head.readUInt32BE(0) === 0) {
    return { type: "free", at, from: to, to };
  }
  if (bytesRead < 8 || !/^[\x20-\x7e\xa9]{4}$/.test(type)) {
    throw new MovieDamaged("what is no box");
  }
  const told = head.readUInt32BE(0);
  const isLong = told === 1;
  const size = isLong ? Number(head.readBigUInt64BE(8)) : told;
  const end = told === 0 ? to : at + size;
  const headBytes = isLong ? 16 : 8;
  if (end > to || end < at + headBytes) {
    throw new MovieDamaged("a box that ends elsewhere");
  }
  return { type, at, from: at + headBytes, to: end };
}
