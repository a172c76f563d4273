import { type IdPrefix, publicId, readPublicId } from "./ids.ts";
import { wrongCursor } from "./problem.ts";

const DEFAULT_LIMIT = 50;

/** How a list of roots is read and shown. */
interface RootList<Row, View> {
  /** At the most so many rows, the newest first, before a root; empty: from the newest on. */
  read(before: string, limit: number): Promise<readonly Row[]>;
  idOf(row: Row): string;
  view(row: Row): View;
}

/**
 * A page of a list of roots, the newest first, whose cursor is the id of the last one that was shown.
 * Errors: Problem 400 for a cursor that is no such id.
 */
export async function pageOfRoots<Row, View>(
  prefix: IdPrefix,
  { after, limit = DEFAULT_LIMIT }: { readonly after?: string; readonly limit?: number },
  { read, idOf, view }: RootList<Row, View>,
): Promise<{ data: View[]; nextCursor: string | null }> {
  const before = after === undefined ? "" : readPublicId(prefix, after)?.rootId;
  if (before === undefined) {
    throw wrongCursor();
  }
  const found = await read(before, limit + 1);
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    data: shown.map((row) => view(row)),
    nextCursor: found.length > limit && last !== undefined ? publicId(prefix, idOf(last)) : null,
  };
}
