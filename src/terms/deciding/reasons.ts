import type { Cited } from "../compiling/clauses.ts";
import { countUses } from "../compiling/counts.ts";
import type { Door, Reason, Verdict } from "../receipt.ts";
import { no } from "../truth.ts";
import { type Case, isUnknown } from "./case.ts";

type Detail = Readonly<Record<string, unknown>>;

/** A clause's part in a decision, with the facts it looked at. */
export function reasonOf(cited: Cited, verdict: Verdict, c: Case, detail?: Detail): Reason {
  const facts: Record<string, unknown> = {};
  let presumed: string[] | undefined;
  for (const { name, read } of cited.reads) {
    const value = read(c);
    if (!isUnknown(value)) {
      facts[name] = name === "plan.uses" ? countUses(value) : value;
    } else if (cited.presume.has(name)) {
      facts[name] = cited.presume.get(name);
      presumed = [...(presumed ?? []), name];
    }
  }
  const told = presumed === undefined ? detail : { ...detail, presumed };
  return told === undefined
    ? { clause: cited.id, verdict, says: cited.says, facts }
    : { clause: cited.id, verdict, says: cited.says, facts, detail: told };
}

/** The doors that clauses which said no leave open, each once. */
export function doorsOf(cited: readonly Cited[], c: Case): Door[] {
  const doors: Door[] = [];
  for (const { door } of cited) {
    if (door !== undefined && door.isOpenFor(c) !== no && !doors.some((each) => each.door === door.door)) {
      doors.push({ door: door.door, clause: door.clause });
    }
  }
  return doors;
}

export const inOrder = <T extends { readonly order: number }>(cited: readonly T[]): T[] =>
  [...cited].sort((a, b) => a.order - b.order);
