import type { Person } from "../../identity/index.ts";
import type { AlarmKind } from "./alarm.ts";

/** Who is told: where a centre's work is done, who leads it, the managers, the office. */
export const addressees = ["desk", "lead", "manager", "office"] as const;
export type Addressee = (typeof addressees)[number];

/** Who could be told of a case: those who are named and still with us. */
export interface Reach {
  readonly desk?: Person | undefined;
  readonly lead?: Person | undefined;
  readonly office?: Person | undefined;
  readonly managers: readonly Person[];
}

type PromiseKind = Exclude<AlarmKind, "verification_late">;

/**
 * Who is told of each kind of what a centre has. The first step at which anybody is named counts: where
 * nobody is, it climbs; what has gone far is told to the desk rather than to nobody.
 */
const LADDER: Readonly<Record<PromiseKind, readonly (readonly Addressee[])[]>> = {
  promise_near: [["desk"], ["lead"], ["manager"], ["office"]],
  promise_broken: [["desk", "lead"], ["manager"], ["office"]],
  promise_escalated: [["lead", "manager"], ["office"], ["desk"]],
};

/** The same of what no centre has, as clips are. */
const NO_CENTRE: readonly (readonly Addressee[])[] = [["office"], ["manager"]];

export interface Reached {
  readonly addressee: Addressee;
  readonly person: Person;
}

/** Who is told of an alarm, each address once; nobody where nobody is named at any step. Pure. */
export function addresseesOf(kind: AlarmKind, hasCentre: boolean, reach: Reach): readonly Reached[] {
  for (const step of hasCentre && kind !== "verification_late" ? LADDER[kind] : NO_CENTRE) {
    const found = step.flatMap((addressee): readonly Reached[] => {
      if (addressee === "manager") {
        return reach.managers.map((person) => ({ addressee, person }));
      }
      const person = reach[addressee];
      return person === undefined ? [] : [{ addressee, person }];
    });
    if (found.length > 0) {
      return [...new Map(found.toReversed().map((each) => [each.person.email, each])).values()].toReversed();
    }
  }
  return [];
}
