import { ribbon as words } from "../words/en/ribbon.ts";
import { dayOf, formatShortDay } from "../words/formatDate.ts";
import { formatMoney } from "../words/formatMoney.ts";
import { isReplacement, type RibbonContract, type RibbonFacts, type RibbonSlot } from "./ribbonFacts.ts";
import type { TimeScale } from "./timeScale.ts";

/** One counted replacement. The shape says its state, so that colour need not. */
export type Pip = {
  readonly at: number;
  readonly nth: number;
  readonly shape: "filled" | "half" | "ring" | "dashed" | "crossed";
  readonly label: string;
};

/** Used pips stand on their day; one whose day is lost stands in the list only. Those ahead have no day yet:
 * they are spread evenly over the cover that is left. */
export function layoutPips(facts: RibbonFacts, scale: TimeScale): readonly Pip[] {
  return facts.contracts.flatMap((contract) => pipsOf(contract, facts, scale));
}

function pipsOf(contract: RibbonContract, facts: RibbonFacts, scale: TimeScale): readonly Pip[] {
  const counted = contract.slots.filter(isReplacement);
  const ahead = counted.filter((slot) => slot.state === "free" || slot.state === "not yet");
  const to = scale.end(contract.endsAt);
  const lastUse = Math.max(...counted.map((slot) => (slot.usedAt ? scale.at(slot.usedAt) : 0)));
  const over = scale.at(facts.today) >= to;
  const from = Math.max(
    contract.startsAt === undefined ? 0 : scale.at(contract.startsAt),
    over ? lastUse : scale.at(facts.today),
  );
  const datable = counted.filter((slot) => slot.state !== "used" || slot.usedAt !== undefined);
  return datable.map((slot) => {
    const step = (ahead.indexOf(slot) + 1) / (ahead.length + 1);
    const spread = Math.round((from + (to - from) * step) * 10_000) / 10_000;
    return {
      at: placeOf(slot, facts, scale) ?? spread,
      nth: slot.nth,
      shape: shapeOf(slot, over),
      label: labelOf(slot, { facts, over, first: ahead[0] === slot }),
    };
  });
}

function placeOf(slot: RibbonSlot, facts: RibbonFacts, scale: TimeScale): number | undefined {
  if (slot.state === "used" && slot.usedAt !== undefined) {
    return scale.at(slot.usedAt);
  }
  return slot.state === "reserved" ? scale.at(facts.today) : undefined;
}

function shapeOf(slot: RibbonSlot, over: boolean): Pip["shape"] {
  if (over && slot.state !== "used") {
    return "crossed";
  }
  return ({ used: "filled", reserved: "half", free: "ring", "not yet": "dashed" } as const)[slot.state];
}

type Circumstance = { readonly facts: RibbonFacts; readonly over: boolean; readonly first: boolean };

function labelOf(slot: RibbonSlot, { facts, over, first }: Circumstance): string {
  const sum = slot.feeMinor === undefined ? undefined : { amount: slot.feeMinor, currency: facts.currency };
  const fee = sum === undefined ? "" : words.fee(formatMoney(sum));
  if (slot.state === "used") {
    const day = slot.usedAt === undefined ? "" : formatShortDay(dayOf(slot.usedAt, facts.zone));
    return words.pipUsed(day, fee);
  }
  if (over) {
    return words.pipLapsed;
  }
  if (slot.state === "reserved") {
    return words.pipReserved(fee);
  }
  if (slot.state === "not yet") {
    return words.pipNotYet(fee);
  }
  return first ? words.pipNext(fee) : words.pipThen(fee);
}
