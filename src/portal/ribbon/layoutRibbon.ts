import { ribbon as words } from "../words/en/ribbon.ts";
import { dayOf, formatShortDay, instantOf, lastDayOf } from "../words/formatDate.ts";
import { shortSerial } from "../words/formatSerial.ts";
import { layoutPips, type Pip } from "./layoutPips.ts";
import { layoutRuler, type RulerTick } from "./layoutRuler.ts";
import { listFacts, type RibbonFact } from "./listFacts.ts";
import type { FlagKind, RibbonFacts } from "./ribbonFacts.ts";
import { type TimeScale, timeScaleOf } from "./timeScale.ts";

/** A stretch of time; both ends run from 0 (the left or top edge) to 1. */
export type Stretch = { readonly from: number; readonly to: number };

export type Mark = { readonly at: number; readonly kind: MarkKind; readonly label: string };
export type MarkKind = "bought" | "activated" | "today" | "starts" | "ends";

export type Chip = Stretch & {
  readonly serial: string;
  readonly short: string;
  readonly label: string;
  readonly current: boolean;
  /** The start is not known: the chip fades in. */
  readonly fadesIn: boolean;
};

export type PlanStretch = Stretch & {
  readonly pastTo: number;
  readonly label: string;
  readonly fadesIn: boolean;
};
export type LabelledStretch = Stretch & { readonly label: string };
export type Warranty = LabelledStretch & { readonly fadesIn: boolean; readonly fadesOut: boolean };
export type Flag = { readonly at: number; readonly kind: FlagKind; readonly label: string };

/** Where everything stands on the time line, in words and parts of one, free of any picture's measures. */
export type RibbonLayout = {
  readonly title: string;
  readonly device: string;
  readonly today: number;
  readonly marks: readonly Mark[];
  readonly chips: readonly Chip[];
  readonly warranty: Warranty | undefined;
  readonly plans: readonly PlanStretch[];
  readonly gaps: readonly LabelledStretch[];
  readonly renewal: LabelledStretch | undefined;
  readonly openCase: LabelledStretch | undefined;
  readonly pips: readonly Pip[];
  readonly flags: readonly Flag[];
  readonly ruler: readonly RulerTick[];
  readonly facts: readonly RibbonFact[];
};

/** Lays the facts out on a linear scale from the first known date to the last. Pure. */
export function layoutRibbon(facts: RibbonFacts): RibbonLayout {
  const scale = timeScaleOf(facts);
  const today = scale.at(facts.today);
  return {
    title: words.title(facts.device.name),
    device: facts.device.name,
    today,
    marks: layoutMarks(facts, scale),
    chips: layoutChips(facts, scale),
    warranty: layoutWarranty(facts, scale),
    plans: layoutPlans(facts, scale, today),
    gaps: layoutGaps(facts, scale),
    renewal: layoutRenewal(facts, scale),
    openCase: facts.openClaim && {
      from: scale.at(facts.openClaim.reportedAt),
      to: Math.max(today, scale.at(facts.openClaim.reportedAt)),
      label: facts.openClaim.sentence,
    },
    pips: layoutPips(facts, scale),
    flags: layoutFlags(facts, scale),
    ruler: layoutRuler(scale, facts.zone),
    facts: listFacts(facts),
  };
}

function layoutMarks(facts: RibbonFacts, scale: TimeScale): readonly Mark[] {
  const marks: Mark[] = [];
  const day = (when: string) => formatShortDay(dayOf(when, facts.zone));
  if (facts.boughtAt !== undefined) {
    marks.push({ at: scale.at(facts.boughtAt), kind: "bought", label: words.bought(day(facts.boughtAt)) });
  }
  if (facts.activatedAt !== undefined && facts.activatedAt !== "never") {
    const label = words.activated(day(facts.activatedAt));
    marks.push({ at: scale.at(facts.activatedAt), kind: "activated", label });
  }
  marks.push({ at: scale.at(facts.today), kind: "today", label: words.today(day(facts.today)) });
  const last = facts.contracts.at(-1);
  if (last !== undefined) {
    const end = formatShortDay(lastDayOf(last.endsAt, facts.zone));
    const over = scale.at(last.endsAt) <= scale.at(facts.today);
    marks.push({ at: scale.at(last.endsAt), kind: "ends", label: over ? words.ended(end) : words.ends(end) });
  }
  return marks.toSorted((one, other) => one.at - other.at);
}

function layoutChips(facts: RibbonFacts, scale: TimeScale): readonly Chip[] {
  return facts.units.map((unit, index) => {
    const short = shortSerial(unit.serial);
    const since = unit.from === undefined ? undefined : formatShortDay(dayOf(unit.from, facts.zone));
    return {
      serial: unit.serial,
      short,
      label: index > 0 && since !== undefined ? words.unitSince(short, since) : short,
      from: unit.from === undefined ? 0 : scale.at(unit.from),
      to: unit.to === undefined ? 1 : scale.at(unit.to),
      current: unit.to === undefined,
      fadesIn: unit.from === undefined || (index === 0 && facts.activatedAt === undefined),
    };
  });
}

function layoutWarranty(facts: RibbonFacts, scale: TimeScale): Warranty | undefined {
  if (facts.warranty === undefined) {
    return undefined;
  }
  const { from, to } = facts.warranty;
  const last = to === undefined ? undefined : formatShortDay(lastDayOf(to, facts.zone));
  return {
    from: from === undefined ? 0 : scale.at(from),
    to: to === undefined ? 1 : scale.end(to),
    fadesIn: from === undefined,
    fadesOut: to === undefined,
    label: last === undefined ? words.warrantyOpen : words.warrantyUntil(last),
  };
}

function layoutPlans(facts: RibbonFacts, scale: TimeScale, today: number): readonly PlanStretch[] {
  return facts.contracts.map((contract) => {
    const from = contract.startsAt === undefined ? 0 : scale.at(contract.startsAt);
    const to = scale.end(contract.endsAt);
    const label = words.planNames[contract.product] ?? contract.product;
    const fadesIn = contract.startsAt === undefined;
    return { from, to, pastTo: Math.min(Math.max(today, from), to), label, fadesIn };
  });
}

function layoutGaps(facts: RibbonFacts, scale: TimeScale): readonly LabelledStretch[] {
  return facts.contracts.slice(1).flatMap(({ startsAt }, index) => {
    const before = facts.contracts[index];
    if (before === undefined || startsAt === undefined || scale.at(startsAt) <= scale.end(before.endsAt)) {
      return [];
    }
    const first = lastDayOf(before.endsAt, facts.zone).add({ days: 1 });
    const last = dayOf(startsAt, facts.zone).subtract({ days: 1 });
    const label = words.gap(formatShortDay(first), formatShortDay(last));
    return [{ from: scale.end(before.endsAt), to: scale.at(startsAt), label }];
  });
}

function layoutRenewal(facts: RibbonFacts, scale: TimeScale): LabelledStretch | undefined {
  if (facts.renewal === undefined) {
    return undefined;
  }
  const { from, until } = facts.renewal;
  const first = formatShortDay(dayOf(from, facts.zone));
  const label = words.renewal(first);
  return { from: scale.at(from), to: scale.end(until), label };
}

/** The three soonest deadlines that are still ahead; one that has passed is no flag but history. */
function layoutFlags(facts: RibbonFacts, scale: TimeScale): readonly Flag[] {
  const now = instantOf(facts.today, facts.zone).epochMilliseconds;
  return facts.deadlines
    .filter((deadline) => instantOf(deadline.at, facts.zone).epochMilliseconds >= now)
    .toSorted((one, other) => scale.end(one.at) - scale.end(other.at))
    .slice(0, 3)
    .map(({ label, at, kind }) => ({
      at: scale.end(at),
      kind,
      label: words.deadline(label, formatShortDay(lastDayOf(at, facts.zone))),
    }));
}
