import { readFile } from "node:fs/promises";

/** The questions whose every answered row is something that must never be true. */
const SWEEP = new URL("../../../db/invariants.sql", import.meta.url);

/** A thing that must never be true, and is. */
export interface Violation {
  readonly invariant: number;
  readonly root: string;
  readonly detail: string;
}

/** What a sweep found: which invariants were asked, and every violation of them. */
export interface Sweep {
  readonly invariants: readonly number[];
  readonly violations: readonly Violation[];
}

/** Anything that runs a text of several statements, such as a pg pool. */
interface Sweepable {
  query(text: string): Promise<unknown>;
}

/** Asks the database every invariant that is written down. */
export async function sweepInvariants(database: Sweepable): Promise<Sweep> {
  const text = await readFile(SWEEP, "utf8");
  const results = (await database.query(text)) as readonly { readonly rows: readonly Violation[] }[];
  return {
    invariants: [...text.matchAll(/^-- (\d+)\. /gm)].map(([, number]) => Number(number)),
    violations: results.flatMap(({ rows }) => rows),
  };
}
