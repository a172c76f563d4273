import type { Facts } from "../facts.ts";
import type { Period, Terms } from "../terms.ts";
import { parseInstant } from "../time/civil.ts";

/**
 * When the plan of a case runs: the plan's product, or else that of its code, from its start, or else from
 * the moment of the decision. Null where the case does not tell enough, or the document gives no such
 * period.
 */
export function planPeriodIn(facts: Facts, periodOf: Terms["period"]): Period | null {
  const [plan, code, device, claim] = ["plan", "code", "device", "claim"].map((group) =>
    groupIn(facts, group),
  );
  const product = firstText(plan?.product, code?.product);
  const region = firstText(facts.region, plan?.region, code?.region, device?.region, claim?.region);
  const startsAt = [plan?.startsAt, facts.at].find(
    (told): told is string => typeof told === "string" && parseInstant(told) !== undefined,
  );
  if (product === undefined || region === undefined || startsAt === undefined) {
    return null;
  }
  try {
    return periodOf(product, startsAt, region, facts);
  } catch (error) {
    if (error instanceof RangeError) {
      return null;
    }
    throw error;
  }
}

function groupIn(facts: Facts, group: string): Readonly<Record<string, unknown>> {
  const told = (facts as Readonly<Record<string, unknown>>)[group];
  return typeof told === "object" && told !== null ? (told as Readonly<Record<string, unknown>>) : {};
}

const firstText = (...told: readonly unknown[]): string | undefined =>
  told.find((each): each is string => typeof each === "string" && each !== "none" && each !== "unknown");
