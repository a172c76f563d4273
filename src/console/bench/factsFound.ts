import type { CommandOf, Findings } from "../../client/index.ts";
import type { Facts } from "../../terms/index.ts";

/**
 * The facts of a case with what the bench found, as an inspection of these findings is decided by; at another
 * instant, if one is given.
 */
export function factsFound(facts: Facts, findings: Findings, at?: string): Facts {
  const { modified: _modified, warrantyEndsAt: _ends, ...found } = findings;
  return {
    ...facts,
    at: at ?? facts.at,
    device: { ...told(facts.device), ...ofDevice(findings) },
    incident: { ...told(facts.incident), ...found },
  };
}

/**
 * Each finding of an inspection as it is decided by itself: what is told of the device holds for all of them,
 * what is missing for good for none but that of which it is told.
 */
export function eachFound({ findings, further = [] }: CommandOf<"inspectDevice">): readonly Findings[] {
  const device = ofDevice(findings);
  return [findings, ...further.map((each) => ({ lost: "none" as const, ...each, ...device }))];
}

/** What is told of the device, whichever finding it was told with. */
function ofDevice({ modified, warrantyEndsAt }: Findings): Pick<Findings, "modified" | "warrantyEndsAt"> {
  return {
    ...(modified === undefined ? {} : { modified }),
    ...(warrantyEndsAt === undefined ? {} : { warrantyEndsAt }),
  };
}

const told = <Group>(group: Group): Group & object =>
  (typeof group === "object" && group !== null ? group : {}) as Group & object;
