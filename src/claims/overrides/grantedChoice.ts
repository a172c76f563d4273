import { type Choice, WORKING_DAYS } from "../choice.ts";
import { type Override, overrideId } from "./override.ts";

/** The way on that a granted override adds to the sheet. It uses nothing of the plan. */
export function grantedChoice(override: Override): Choice {
  const { gives, feeMinor, currency, says } = override;
  const unit = gives === "repair" ? "repaired" : "replacement";
  return {
    route: "goodwill",
    fee: { amount: feeMinor, currency },
    workingDays: WORKING_DAYS[unit],
    unit,
    warranty: "goes_on",
    clauses: [],
    override: { id: overrideId(override), ...(says === null ? {} : { says }) },
  };
}

/** A sheet with what was granted before or now: it stays whatever another look says. Pure. */
export function withGranted(sheet: readonly Choice[], granted: readonly Choice[]): Choice[] {
  const free = sheet.find(({ route }) => route === "goodwill");
  const kept = granted.filter(({ fee }) => free === undefined || fee.amount <= free.fee.amount);
  return [...kept, ...sheet.filter(({ route }) => kept.every((each) => each.route !== route))];
}

/** What was granted on a sheet. */
export function grantedOn(choices: readonly Choice[] | null): readonly Choice[] {
  return (choices ?? []).filter(({ override }) => override !== undefined);
}
