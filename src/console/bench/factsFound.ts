import type { Findings } from "../../client/index.ts";
import type { Facts } from "../../terms/index.ts";

/**
 * The facts of a case with what the bench found, as an inspection of these findings is decided by; at another
 * instant, if one is given.
 */
export function factsFound(facts: Facts, findings: Findings, at?: string): Facts {
  const { modified, warrantyEndsAt, ...found } = findings;
  const device = {
    ...(modified === undefined ? {} : { modified }),
    ...(warrantyEndsAt === undefined ? {} : { warrantyEndsAt }),
  };
  return {
    ...facts,
    at: at ?? facts.at,
    device: { ...told(facts.device), ...device },
    incident: { ...told(facts.incident), ...found },
  };
}

const told = <Group>(group: Group): Group & object =>
  (typeof group === "object" && group !== null ? group : {}) as Group & object;
