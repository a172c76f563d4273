import { heldRows } from "../heldRows.ts";
import { countsByCategory } from "./categoryStore.ts";
import { type CategoryCount, categoryTree } from "./categoryTree.ts";

const MINUTE_MS = 60_000;

/** The tree, held in the process: counting reads an index of the whole shelf, so it is done once a minute. */
export const heldCategories = heldRows<readonly CategoryCount[]>(
  async (db) => categoryTree(await countsByCategory(db)),
  { freshMs: 2 * MINUTE_MS, roundMs: MINUTE_MS },
);
