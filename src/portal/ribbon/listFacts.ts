import { ribbon as words } from "../words/en/ribbon.ts";
import { dayOf, formatDay, instantOf, lastDayOf, type When } from "../words/formatDate.ts";
import { formatMoney } from "../words/formatMoney.ts";
import { formatSerial } from "../words/formatSerial.ts";
import { isReplacement, type RibbonFacts, type RibbonSlot } from "./ribbonFacts.ts";

/** One line of the list that says what the picture shows. */
export type RibbonFact = { readonly label: string; readonly value: string };

/** Every fact of the ribbon as a list, in the order of the lanes, dates in full. */
export function listFacts(facts: RibbonFacts): readonly RibbonFact[] {
  const day = (when: When) => formatDay(dayOf(when, facts.zone));
  const lastDay = (when: When) => formatDay(lastDayOf(when, facts.zone));
  const list: RibbonFact[] = [{ label: words.todayFact, value: day(facts.today) }];
  if (facts.boughtAt !== undefined) {
    list.push({ label: words.boughtFact, value: day(facts.boughtAt) });
  }
  if (facts.activatedAt !== undefined || facts.contracts.some(({ startsAt }) => startsAt !== undefined)) {
    list.push({ label: words.activatedFact, value: activatedValue(facts.activatedAt, day) });
  }
  list.push(...unitFacts(facts, day));
  if (facts.warranty !== undefined) {
    const { to } = facts.warranty;
    const value = to === undefined ? words.warrantyOpenFact : words.until(lastDay(to));
    list.push({ label: words.warranty, value });
  }
  for (const [index, contract] of facts.contracts.entries()) {
    list.push(...gapBefore(facts, index));
    const label = words.planNames[contract.product] ?? contract.product;
    const { startsAt, endsAt } = contract;
    const value =
      startsAt === undefined ? words.until(lastDay(endsAt)) : words.planFact(day(startsAt), lastDay(endsAt));
    list.push({ label, value });
    const over = isOver(contract.endsAt, facts);
    list.push(...contract.slots.map((slot) => slotFact(slot, facts, over)));
  }
  if (facts.renewal !== undefined) {
    const value = words.planFact(day(facts.renewal.from), lastDay(facts.renewal.until));
    list.push({ label: words.renewalFact, value });
  }
  if (facts.openClaim !== undefined) {
    const value = words.reported(day(facts.openClaim.reportedAt), facts.openClaim.sentence);
    list.push({ label: words.openCase, value });
  }
  list.push(...facts.deadlines.map(({ label, at }) => ({ label, value: lastDay(at) })));
  return list;
}

/** The days between the end of a plan and the start of the next, when nothing covers them. */
function gapBefore({ contracts, zone }: RibbonFacts, index: number): readonly RibbonFact[] {
  const [before, startsAt] = [contracts[index - 1], contracts[index]?.startsAt];
  if (before === undefined || startsAt === undefined) {
    return [];
  }
  const first = lastDayOf(before.endsAt, zone).add({ days: 1 });
  const last = dayOf(startsAt, zone).subtract({ days: 1 });
  const value = words.planFact(formatDay(first), formatDay(last));
  return Temporal.PlainDate.compare(first, last) > 0 ? [] : [{ label: words.gapFact, value }];
}

function isOver(endsAt: When, facts: RibbonFacts): boolean {
  return Temporal.Instant.compare(instantOf(endsAt, facts.zone), instantOf(facts.today, facts.zone)) <= 0;
}

function activatedValue(activatedAt: RibbonFacts["activatedAt"], day: (when: When) => string): string {
  if (activatedAt === undefined) {
    return words.activatedUnknown;
  }
  return activatedAt === "never" ? words.activatedNever : day(activatedAt);
}

function unitFacts(facts: RibbonFacts, day: (when: When) => string): readonly RibbonFact[] {
  return facts.units.map(({ serial, from, to }, index) => {
    const printed = formatSerial(serial);
    const label = index === 0 && facts.units.length > 1 ? words.unitFirst : words.unit;
    if (to !== undefined) {
      return { label, value: words.unitSwapped(printed, day(to)) };
    }
    return {
      label,
      value: index === 0 || from === undefined ? printed : words.unitSince(printed, day(from)),
    };
  });
}

function slotFact(slot: RibbonSlot, facts: RibbonFacts, over: boolean): RibbonFact {
  const sum = slot.feeMinor === undefined ? undefined : { amount: slot.feeMinor, currency: facts.currency };
  const fee = sum === undefined ? "" : words.fee(formatMoney(sum));
  const label = (isReplacement(slot) ? words.replacement : words.maintenance)(slot.nth);
  if (slot.state === "used") {
    const used = slot.usedAt === undefined ? undefined : formatDay(dayOf(slot.usedAt, facts.zone));
    return { label, value: used === undefined ? words.pipUsedUndated(fee) : words.pipUsed(used, fee) };
  }
  if (over) {
    return { label, value: words.pipLapsed };
  }
  const says = { reserved: words.pipReserved, free: words.pipFree, "not yet": words.pipNotYet };
  return { label, value: says[slot.state](fee) };
}
