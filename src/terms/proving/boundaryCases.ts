import type { Judge } from "../comparing/judge.ts";
import { sameValue } from "../comparing/plainValue.ts";
import { withFact } from "../deciding/factSetting.ts";
import type { Clause, Decision, Example } from "../document.ts";
import type { Facts } from "../facts.ts";
import type { Deadline } from "../receipt.ts";
import type { WindowRule } from "../rules.ts";
import { dayMs, dayNumber, formatInstant, hourMs, parseInstant } from "../time/civil.ts";
import { inUtc } from "./inUtc.ts";

type Shown = Pick<Example, "decision" | "facts">;

interface Boundary {
  readonly clause: string;
  readonly shows: string;
  readonly decision: Decision;
  readonly facts: Facts;
}

/**
 * The moments around the end of a window that no example stands at: a second before, at the end, a second
 * after, across the hour that is missing in spring, and from the 29th of February.
 */
export function boundaryCases(
  { id, rule }: Clause,
  examples: readonly Shown[],
  judge: Judge,
): readonly Boundary[] {
  if (rule?.kind !== "window" || rule.from === undefined) {
    return [];
  }
  const base = examples.find(
    (example) => deadlineIn(example.decision, example.facts, id, judge) !== undefined,
  );
  if (base === undefined) {
    return [];
  }
  const here = (facts: Facts, shows: string, by: number): Boundary[] =>
    atItsEnd({ clause: id, shows, decision: base.decision, facts }, by, judge);
  const starts: readonly [string, string | undefined][] = [
    ["over the clock change", beforeClockChange(base.facts, judge)],
    ["from 29 February", onLeapDay(rule)],
  ];
  return [
    ...here(base.facts, "a second before the end", -1000),
    ...here(base.facts, "at the end", 0),
    ...here(base.facts, "a second after the end", 1000),
    ...starts.flatMap(([shows, start]) =>
      start === undefined ? [] : here(withFact(base.facts, rule.from ?? "", start), shows, 0),
    ),
  ].filter(({ decision, facts }) => !examples.some((each) => isSame(each, decision, facts)));
}

const isSame = (example: Shown, decision: Decision, facts: Facts): boolean =>
  example.decision === decision && sameValue(inUtc(example.facts), inUtc(facts));

function deadlineIn(decision: Decision, facts: Facts, clause: string, judge: Judge): Deadline | undefined {
  return judge.decide(decision, facts).deadlines.find((deadline) => deadline.clause === clause);
}

/** The same case, decided so long after the deadline. */
function atItsEnd(boundary: Boundary, by: number, judge: Judge): Boundary[] {
  const { decision, facts, clause } = boundary;
  const start = deadlineStart(boundary, judge);
  const open = start === undefined ? undefined : withFact(facts, "at", formatInstant(start));
  const end = open && parseInstant(deadlineIn(decision, open, clause, judge)?.to ?? "");
  return open === undefined || end === undefined
    ? []
    : [{ ...boundary, facts: withFact(open, "at", formatInstant(end + by)) }];
}

/** A moment at which the window is open: when it starts. */
function deadlineStart({ facts, decision, clause }: Boundary, judge: Judge): number | undefined {
  const rule = judge.document.clauses.find(({ id }) => id === clause)?.rule;
  const [group = "", name = ""] = rule?.kind === "window" ? (rule.from ?? "").split(".") : [];
  const told = (facts as Readonly<Record<string, Readonly<Record<string, unknown>>>>)[group]?.[name];
  const start = typeof told === "string" ? parseInstant(told) : undefined;
  return start ?? parseInstant(deadlineIn(decision, facts, clause, judge)?.from ?? "");
}

/** Half a day before the zone of the case leaves out an hour; undefined where it never does. */
function beforeClockChange(facts: Facts, judge: Judge): string | undefined {
  const [zone] = judge.case(facts).zones;
  const from = parseInstant(typeof facts.at === "string" ? facts.at : "");
  if (zone === undefined || from === undefined) {
    return undefined;
  }
  for (let day = zone.dayOf(from); day < zone.dayOf(from) + 366; day += 1) {
    if (zone.startOfDay(day + 1) - zone.startOfDay(day) === dayMs - hourMs) {
      return formatInstant(zone.startOfDay(day) - 12 * hourMs);
    }
  }
  return undefined;
}

const onLeapDay = ({ window }: WindowRule): string | undefined =>
  window === undefined || window.unit === "hours"
    ? undefined
    : formatInstant(dayNumber(2028, 2, 29) * dayMs + 12 * hourMs);
