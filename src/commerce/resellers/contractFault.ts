import { badField, type Problem } from "../../platform/index.ts";
import { isCurrency } from "../../terms/index.ts";
import type { ContractGiven } from "./reseller.ts";

/** What is known of the programme when a contract is read. */
export interface ContractFacts {
  readonly groups: readonly string[];
  /** Of every programme that is sold. */
  readonly regions: readonly string[];
}

/** What is wrong with a contract as it was given; undefined when nothing is. Pure. */
export function contractFault(given: ContractGiven, { groups, regions }: ContractFacts): Problem | undefined {
  const unknown = given.regions.findIndex((region) => !regions.includes(region));
  if (unknown >= 0) {
    const says = `No terms have the region ${given.regions[unknown]}. There are: ${regions.join(", ")}.`;
    return badField(`/regions/${unknown}`, "unknown_region", says);
  }
  if (!groups.includes(given.customerGroup)) {
    const says = `There is no customer group ${given.customerGroup}. There are: ${groups.join(", ")}.`;
    return badField("/customerGroup", "unknown_group", says);
  }
  if (!isCurrency(given.currency)) {
    return badField("/currency", "currency", "A currency of ISO 4217, such as EUR.");
  }
  const { beginsOn, endsOn, deliveryHours } = given;
  if (endsOn !== undefined && endsOn < beginsOn) {
    return badField("/endsOn", "ends_before_it_begins", `A day not before ${beginsOn}.`);
  }
  if (deliveryHours !== undefined && deliveryHours.toHour <= deliveryHours.fromHour) {
    return badField("/deliveryHours/toHour", "hours", `An hour after ${deliveryHours.fromHour}.`);
  }
  return deliveryHours === undefined || isTimeZone(deliveryHours.timeZone)
    ? undefined
    : badField("/deliveryHours/timeZone", "time_zone", "A time zone's name, such as Europe/Tallinn.");
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
