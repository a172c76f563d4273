import {
  type Component,
  type Start,
  starts,
  versionsOf,
  type Warranty,
  type WarrantySource,
} from "./warranty.ts";
import { durationOf, endOfDay, lastDayAfter } from "./warrantyDays.ts";
import { componentsRuled, type Ruled, ruleFor, ruleName, type WarrantyRule } from "./warrantyRule.ts";

/** What the warranty of a device is reckoned from. */
export interface WarrantyFacts {
  readonly ruled: Ruled;
  readonly region: string | null;
  /** In which its days are counted. */
  readonly zone: string;
  readonly sources: readonly WarrantySource[];
  readonly rules: readonly WarrantyRule[];
  /** All versions there are, in order. */
  readonly warranties: readonly Warranty[];
  /** What the plans of the device give while they run. */
  readonly plans: readonly PlanGiven[];
}

/** By how much a contract makes the warranty longer, by which clause, and from when on that counts. */
export interface PlanGiven {
  readonly contractNo: number;
  readonly clause: string;
  readonly by: string;
  readonly countsFrom: Temporal.Instant;
}

/** A version that is not written yet. */
export type NewWarranty = Omit<Warranty, "no" | "at" | "actor" | "reason">;

/**
 * The versions that begin a record, or begin it anew: for each component the beginning that the sources
 * give, and on top of it what was given before, in its order: a plan's months, a replacement's days. Empty
 * where nothing that was told begins a warranty. Pure.
 */
export function reckonWarranty(facts: WarrantyFacts): readonly NewWarranty[] {
  return componentsRuled(facts.rules, facts.ruled).flatMap((component) => {
    const begun = beginningOf(facts, component);
    return begun === undefined ? [] : [begun, ...givenAgain(facts, begun)];
  });
}

/** What a component began by: the first of the chain that is told and that its rule lets begin it. */
function beginningOf(facts: WarrantyFacts, component: Component): NewWarranty | undefined {
  const known = facts.sources.filter(({ toldBy }) => toldBy !== "owner");
  const begun = chainOf(facts, component, known);
  if (begun !== undefined) {
    return begun;
  }
  const paper = known.findLast(({ what }) => what === "ends");
  // A paper says when it ends and not how it began: only where nothing else is known, of the device alone.
  return component === "device" && paper?.toldAt && paper.toldBy !== "bench"
    ? version(facts, component, { basis: "ends", sourceNo: paper.no, endsAt: paper.toldAt })
    : chainOf(
        facts,
        component,
        facts.sources.filter(({ toldBy }) => toldBy === "owner"),
      );
}

/** What these sources begin a component by: the first of the chain that is told. */
function chainOf(
  facts: WarrantyFacts,
  component: Component,
  sources: WarrantyFacts["sources"],
): NewWarranty | undefined {
  for (const basis of starts) {
    const source = sources.findLast(({ what }) => what === basis);
    const begun = source && begunBy(facts, component, source, basis);
    if (begun !== undefined) {
      return begun;
    }
  }
  return undefined;
}

function begunBy(
  facts: WarrantyFacts,
  component: Component,
  source: WarrantySource,
  basis: Start,
): NewWarranty | undefined {
  const told = source.toldOn ?? source.toldAt?.toZonedDateTimeISO(facts.zone).toPlainDate();
  const rule = told && ruleFor(facts.rules, facts.ruled, facts.region, component, told);
  const days = rule && daysUntil(basis, rule);
  if (told === undefined || rule === undefined || days === null || days === undefined) {
    return undefined;
  }
  const startsOn = told.add({ days });
  const endsAt = endOfDay(lastDayAfter(startsOn, rule.months), facts.zone);
  return version(facts, component, { basis, sourceNo: source.no, startsOn, endsAt, rule: ruleName(rule) });
}

/** How long after what was told it is taken to have come into use; null: by this it never begins. */
function daysUntil(basis: Start, { shippedDays, madeDays }: WarrantyRule): number | null {
  switch (basis) {
    case "shipped":
      return shippedDays;
    case "made":
      return madeDays;
    default:
      return 0;
  }
}

/** What was given on top of the beginning that stands, and what plans give, is on top of the new one. */
function givenAgain(facts: WarrantyFacts, begun: NewWarranty): NewWarranty[] {
  const before = versionsOf(facts.warranties, begun.component).filter(({ kind }) => kind !== "started");
  const missing = begun.component === "device" ? facts.plans.filter((plan) => !isAmong(before, plan)) : [];
  const given: readonly NewWarranty[] = [...before.map(anew), ...missing.map((plan) => byPlan(begun, plan))];
  let { endsAt } = begun;
  return given
    .toSorted((one, other) => Temporal.Instant.compare(one.countsFrom ?? endsAt, other.countsFrom ?? endsAt))
    .map((one) => {
      const { longerBy, zone } = { ...one, zone: begun.zone };
      endsAt = longerBy === null ? later(endsAt, one.endsAt) : longer(endsAt, longerBy, zone);
      return { ...one, zone, endsAt };
    });
}

function anew({ no: _no, at: _at, actor: _actor, reason: _reason, ...kept }: Warranty): NewWarranty {
  return kept;
}

/** A renewal's months name no clause: they are those of its contract. */
function isAmong(before: readonly Warranty[], { contractNo, clause }: PlanGiven): boolean {
  return before.some((one) => one.contractNo === contractNo && (one.clause ?? clause) === clause);
}

function byPlan(begun: NewWarranty, { contractNo, clause, by, countsFrom }: PlanGiven): NewWarranty {
  const given = { kind: "extended", basis: "plan", sourceNo: null, startsOn: null, rule: null } as const;
  return { ...begun, ...given, contractNo, clause, longerBy: by, countsFrom };
}

/** An end, moved by so much by the clock of a zone. */
export function longer(endsAt: Temporal.Instant, by: string, zone: string): Temporal.Instant {
  return endsAt.toZonedDateTimeISO(zone).add(durationOf(by)).toInstant();
}

/**
 * The end of a replacement's warranty: the rest of the original, or so many days from when it left, whichever
 * is later.
 */
export function endOfReplacement(
  endsAt: Temporal.Instant | undefined,
  shippedAt: Temporal.Instant,
  days: number,
  zone: string,
): Temporal.Instant {
  const least = endOfDay(shippedAt.toZonedDateTimeISO(zone).toPlainDate().add({ days }), zone);
  return endsAt === undefined ? least : later(endsAt, least);
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}

function version(
  { zone }: WarrantyFacts,
  component: Component,
  told: Pick<NewWarranty, "basis" | "sourceNo" | "endsAt"> & Partial<Pick<NewWarranty, "startsOn" | "rule">>,
): NewWarranty {
  return {
    ...{ component, kind: "started", zone, startsOn: null, rule: null },
    ...{ countsFrom: null, longerBy: null, clause: null, contractNo: null, claimNo: null },
    ...told,
  };
}
