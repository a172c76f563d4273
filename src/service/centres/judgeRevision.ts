import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import type { Centre, CentreGiven } from "./centre.ts";

/** What a revision is decided from. */
export interface CentreFacts {
  readonly centre: Pick<Centre, "version">;
  readonly read: number;
  readonly given: Pick<CentreGiven, "benches">;
  /** The benches at which time is taken from now on, by blocks too. */
  readonly taken: readonly number[];
}

/**
 * Whether a centre may become what is given: over the version that was read, and with all benches at which
 * somebody is expected. Hours may change around appointments: those stand as they were made. Pure.
 */
export function judgeRevision({ centre, read, given, taken }: CentreFacts): Decision<"revise"> {
  if (centre.version !== read) {
    return refuse("centre_changed_meanwhile");
  }
  const missing = taken.filter((bench) => given.benches.every(({ no }) => no !== bench));
  return missing.length === 0
    ? accepted("revise")
    : refuse("bench_in_use", { says: `Bench ${missing[0]} has appointments or blocks to come.` });
}
