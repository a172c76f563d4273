import { readFile } from "node:fs/promises";
import { ownerQuery } from "./ownerQuery.ts";

const SWEEP = new URL("../../db/invariants.sql", import.meta.url);

/** Everything in a database that must never be true: what a test leaves behind is swept at its end. */
export async function invariantSweep(database: { readonly address: object }): Promise<object[]> {
  return await ownerQuery(database, await readFile(SWEEP, "utf8"));
}
