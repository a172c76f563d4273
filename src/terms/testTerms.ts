import { compileTerms } from "./compiling/compileTerms.ts";
import type { Decision, Example, Expectation, TermsDocument } from "./document.ts";
import { assemble } from "./layering/layers.ts";
import { minorUnits, printMoney } from "./money.ts";
import { planPeriodIn } from "./proving/planPeriod.ts";
import type { Receipt } from "./receipt.ts";
import type { Period } from "./terms.ts";
import { parseInstant } from "./time/civil.ts";

/** How one example of a document came out. */
export interface ExampleResult {
  readonly name: string;
  readonly clause: string | null;
  readonly file: string;
  readonly line: number;
  readonly decision: Decision;
  readonly passed: boolean;
  /** What was expected and what came, one sentence each; empty when all holds. */
  readonly differences: readonly string[];
  readonly receipt: Receipt;
}

/**
 * Runs the examples of a document. Those of an annex are decided by the version it changes, with all that is
 * laid over it, found among the documents beside it.
 */
export function testTerms(document: TermsDocument, siblings: readonly TermsDocument[] = []): ExampleResult[] {
  const layers = assemble(siblings, document);
  const terms = compileTerms(layers.base, layers);
  return document.examples.map((example) => {
    const receipt = terms.decide(example.decision, example.facts);
    const differences = differencesOf(example, receipt, () => planPeriodIn(example.facts, terms.period));
    return {
      name: example.name,
      clause: example.clause,
      file: document.source.file,
      line: example.place.line,
      decision: example.decision,
      passed: differences.length === 0,
      differences,
      receipt,
    };
  });
}

/**
 * What an example expects otherwise than a receipt says; the plan's period is only reckoned where it is
 * asked for.
 */
export function differencesOf(
  { expect }: Example,
  receipt: Receipt,
  periodOf: () => Period | null = () => null,
): string[] {
  const ids = (reasons: readonly { clause: string }[]): string[] => reasons.map(({ clause }) => clause);
  return [
    ...same("outcome", expect.outcome, receipt.outcome),
    ...includes("because", expect.because, ids(receipt.because)),
    ...sameSet("against", expect.against, ids(receipt.against)),
    ...sameSet("needs", expect.needs, receipt.needs),
    ...fee(expect.fee, receipt),
    ...same("nth", expect.nth, receipt.uses?.nth ?? receipt.fee?.nth ?? null),
    ...same("left", expect.left, receipt.uses?.left ?? null),
    ...sameSet("returns", expect.returns, receipt.returns?.parts ?? []),
    ...sameSet(
      "doors",
      expect.doors,
      receipt.doors.map(({ door }) => door),
    ),
    ...until(expect.until, receipt),
    ...refunded(expect, receipt),
    ...runs(expect, periodOf),
    ...includes(
      "wouldChange",
      expect.wouldChange,
      receipt.wouldChange.map(({ fact }) => fact),
    ),
  ];
}

function same(
  name: keyof Expectation,
  expected: string | number | undefined,
  found: string | number | null,
): string[] {
  return expected === undefined || expected === found
    ? []
    : [`${name}: expected ${expected}, found ${found ?? "none"}`];
}

function includes(name: string, expected: readonly string[] | undefined, found: readonly string[]): string[] {
  const missing = (expected ?? []).filter((item) => !found.includes(item));
  return missing.length === 0 ? [] : [`${name}: ${missing.join(", ")} not among ${list(found)}`];
}

function sameSet(name: string, expected: readonly string[] | undefined, found: readonly string[]): string[] {
  if (expected === undefined || list([...expected].sort()) === list([...found].sort())) {
    return [];
  }
  return [`${name}: expected ${list(expected)}, found ${list(found)}`];
}

const list = (items: readonly string[]): string => (items.length === 0 ? "none" : items.join(", "));

function fee(expected: string | undefined, { fee: found }: Receipt): string[] {
  if (expected === undefined) {
    return [];
  }
  const [amount = "", currency] = expected.split(" ");
  const holds =
    amount === "none"
      ? found === null
      : found !== null &&
        found.amount === minorUnits(amount, currency ?? "EUR") &&
        (currency === undefined || found.currency === currency);
  const shown = found === null ? "none" : `${found.amount} ${found.currency} in minor units`;
  return holds ? [] : [`fee: expected ${expected}, found ${shown}`];
}

function refunded(expect: Expectation, { refund }: Receipt): string[] {
  const shown = (amount: number | undefined): string | null =>
    refund === undefined || amount === undefined ? null : printMoney(amount, refund.currency);
  return [
    ...same("refund", expect.refund, shown(refund?.amount)),
    ...same("penalty", expect.penalty, shown(refund?.penalty)),
    ...same("by", expect.by, refund?.by ?? null),
    ...sameInstant("payBy", expect.payBy, refund?.payBy ?? null),
  ];
}

function runs({ starts, through }: Expectation, periodOf: () => Period | null): string[] {
  if (starts === undefined && through === undefined) {
    return [];
  }
  const period = periodOf();
  return [
    ...sameInstant("starts", starts, period?.startsAt ?? null),
    ...same("through", through, period?.lastDay ?? null),
  ];
}

/** However it is written: with the offset of its place, or in UTC. */
function sameInstant(name: keyof Expectation, expected: string | undefined, found: string | null): string[] {
  const isSame = found !== null && parseInstant(expected ?? "") === parseInstant(found);
  return isSame ? [] : same(name, expected, found);
}

function until(expected: string | undefined, { deadlines }: Receipt): string[] {
  const ends = deadlines.map(({ to }) => parseInstant(to) ?? 0);
  const holds = expected === undefined || Math.max(...ends) === parseInstant(expected);
  return holds ? [] : [`until: expected ${expected}, found ${list(deadlines.map(({ to }) => to))}`];
}
