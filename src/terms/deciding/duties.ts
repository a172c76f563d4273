import type { Duty } from "../compiling/notes.ts";
import type { Deadline } from "../receipt.ts";
import type { Case } from "./case.ts";
import type { Weighing } from "./reasons.ts";

/**
 * The deadlines of what somebody must do. A clause that gives one matters to the case, so it is cited, unless
 * it speaks against the answer already.
 */
export function weighDuties(duties: readonly Duty[], c: Case, weighed: Weighing): Deadline[] {
  return duties.flatMap((duty) => {
    const deadline = duty.deadline(c);
    if (deadline === undefined) {
      return [];
    }
    if (!weighed.against.some(({ clause }) => clause === duty.id)) {
      weighed.cite(duty, "applies");
    }
    return [deadline];
  });
}
