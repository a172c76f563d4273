import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import {
  changesOf,
  type NewSource,
  type NewWarranty,
  seenOf,
  type Teller,
  type WarrantyFacts,
} from "../warranties/index.ts";

/** What is told of a warranty, by whom, and what there is of it. */
export interface WarrantyTold {
  readonly at: Temporal.Instant;
  readonly actor: string;
  readonly toldBy: Teller;
  readonly told: readonly Pick<NewSource, "what" | "toldAt" | "toldOn">[];
  readonly proof: string | undefined;
  readonly reason: string;
  /** What was seen of the record when this was decided on; undefined where nothing is said of it. */
  readonly seen: number | undefined;
  readonly facts: WarrantyFacts;
}

/** What is written: the sources, and the versions that follow from them. */
export interface WarrantyDecided {
  readonly sources: readonly NewSource[];
  readonly versions: readonly NewWarranty[];
}

/** Takes what is told of a warranty into the record of it. Pure. */
export function decideTellWarranty(given: WarrantyTold): Decision<WarrantyDecided> {
  const { at, actor, toldBy, told, proof, reason, seen, facts } = given;
  if (seen !== undefined && seen !== seenOf(facts)) {
    return refuse("warranty_changed_meanwhile");
  }
  if (toldBy === "office" && proof === undefined) {
    return refuse("warranty_unproved");
  }
  const sources = told.map((one) => ({ ...one, toldBy, proof: proof ?? null, reason, claimNo: null }));
  const last = facts.sources.at(-1)?.no ?? 0;
  const all = [
    ...facts.sources,
    ...sources.map((one, place) => ({ ...one, at, actor, no: last + place + 1 })),
  ];
  return accepted({ sources, versions: changesOf({ ...facts, sources: all }) });
}
