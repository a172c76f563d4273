import type { Entry } from "../toldLine.ts";
import { compareFee } from "./compareFee.ts";
import type { Comparison, Finding, Match, OurRow, TheirLine } from "./comparison.ts";
import { dayOf, daysBetween, LATE_DAYS } from "./days.ts";
import { matchLines } from "./matchLines.ts";
import { amounts, type Side, side, sum } from "./sides.ts";

/** What a provider has agreed to keep of a payment. */
export interface FeeTariff {
  readonly currency: string;
  readonly basisPoints: number;
  readonly fixedMinor: number;
}

/** What is known beside the two sides. */
export interface Night {
  readonly day: Temporal.PlainDate;
  /** Whether their reports tell everything of a day. */
  readonly tells: (day: Temporal.PlainDate) => boolean;
  readonly tariffs: readonly FeeTariff[];
  /** The programmes these books are of. */
  readonly programmes: ReadonlySet<string>;
  /** References of theirs that name payments of ours. */
  readonly ownReferences: ReadonlySet<string>;
  /** Whether a text is a key of ours. */
  readonly isOurKey: (text: string) => boolean;
}

/**
 * What differs between the money they moved and the money we booked, each with its one cause; and what is the
 * same. Fees by themselves are told of; payouts are another question. Pure; the order of its input does not
 * matter.
 */
export function findDifferences(
  ours: readonly OurRow[],
  theirs: readonly TheirLine[],
  night: Night,
): Comparison {
  const moving = theirs.filter(({ entry }) => entry !== "fee" && entry !== "payout");
  const { matches, again, ourTwins, leftThere, leftHere } = matchLines(ours, moving);
  const pairs = matches.map((match) => ({ match, finding: compare(match, night) }));
  const [untold, missing] = [
    leftHere.filter((row) => !isTold(row, night)),
    leftHere.filter((row) => isTold(row, night)),
  ];
  const findings = [
    ...theirs.filter(({ entry }) => entry === "fee").map((line) => aboutLine("fee_unexpected", line)),
    ...again.map((line) => aboutLine("doubled_there", line)),
    ...ourTwins.map((row) => aboutRow("doubled_here", row)),
    ...pairs.flatMap(({ finding }) => finding ?? []),
    ...leftThere.map((line) => aboutLine(causeOfLine(line, night), line)),
    ...missing.map((row) => aboutRow(causeOfRow(row, night), row)),
  ];
  const same = pairs.filter(({ finding }) => finding === undefined || finding.cause === "day_boundary");
  return { same: same.map(({ match }) => match), findings, untold };
}

/** One cause for two that are one: the first that holds; undefined where nothing differs. */
function compare({ line, row }: Match, night: Night): Finding | undefined {
  const isRefund = line.entry === "refund" || line.entry === "debit";
  const both = (cause: Finding["cause"], amountMinor: number, detail: string, ...sides: Side[]): Finding => ({
    ...{ cause, lineId: line.lineId, ourKey: row.key, amountMinor, currency: line.currency, detail, sides },
  });
  const moved = amounts(line, row);
  if (line.programme !== null && line.programme !== row.programme && row.programme !== "none") {
    return both(
      "other_programme",
      line.amountMinor,
      `theirs is of ${line.programme}, ours of ${row.programme}`,
      side("programme", line.programme, row.programme),
    );
  }
  if (row.state !== "done") {
    const isYoung = row.state === "open" && daysBetween(dayOf(line.at), night.day) <= LATE_DAYS;
    const cause = isRefund ? "refund_there_not_here" : "captured_there_not_here";
    const state = side("state", "done", row.state);
    return both(isYoung ? "late" : cause, line.amountMinor, `ours is ${row.state}`, moved, state);
  }
  if (line.currency !== row.currency) {
    const detail = `${line.amountMinor} ${line.currency} there, ${row.amountMinor} ${row.currency} here`;
    return both("currency_differs", line.amountMinor, detail, moved);
  }
  if (line.amountMinor !== row.amountMinor) {
    const cause = isRefund ? "refund_amount_differs" : "amount_differs";
    const detail = `${line.amountMinor} there, ${row.amountMinor} here`;
    return both(cause, Math.abs(line.amountMinor - row.amountMinor), detail, moved);
  }
  const fee = compareFee(line, row, night.tariffs);
  if (fee !== undefined) {
    const agreed = side("fee", sum(line.feeMinor, line.currency), sum(fee.expectedMinor, line.currency));
    return both(fee.cause, Math.abs(fee.differsBy), fee.detail, agreed);
  }
  const apart = Math.abs(daysBetween(dayOf(line.at), dayOf(row.at)));
  const [there, here] = [`${dayOf(line.at)}`, `${dayOf(row.at)}`];
  const days = side("day", there, here);
  return apart === 1 ? both("day_boundary", 0, `${there} there, ${here} here`, days) : undefined;
}

const UNKNOWN_THERE: Partial<Record<Entry, Finding["cause"]>> = {
  refund: "refund_there_not_here",
  debit: "refund_there_not_here",
  dispute: "dispute_unknown",
  dispute_won: "dispute_unknown",
};

/** Why a line of theirs has nothing of ours. */
function causeOfLine(line: TheirLine, night: Night): Finding["cause"] {
  const { programme, ourKey, ofReference, entry } = line;
  if (programme !== null && !night.programmes.has(programme)) {
    return "other_programme";
  }
  const namesUs =
    (ourKey !== null && night.isOurKey(ourKey)) ||
    (ofReference !== null && night.ownReferences.has(ofReference)) ||
    night.isOurKey(line.reference);
  return namesUs ? (UNKNOWN_THERE[entry] ?? "captured_there_not_here") : "unknown_reference";
}

const MISSING_THERE: Partial<Record<Entry, Finding["cause"]>> = {
  refund: "refund_here_not_there",
  debit: "refund_here_not_there",
  dispute: "dispute_here_not_there",
  dispute_won: "dispute_here_not_there",
};

/** Whether their reports should have this row: they tell everything of its day, and it is done. */
function isTold({ state, at }: OurRow, { tells }: Night): boolean {
  return state === "done" && tells(dayOf(at));
}

/** What is done here and not there: late for some days, then missing. */
function causeOfRow({ at, entry }: OurRow, night: Night): Finding["cause"] {
  const isLate = daysBetween(dayOf(at), night.day) <= LATE_DAYS;
  return isLate ? "late" : (MISSING_THERE[entry] ?? "captured_here_not_there");
}

/** A finding about a line of theirs alone. */
export function aboutLine(cause: Finding["cause"], line: TheirLine): Finding {
  const { lineId, amountMinor, feeMinor, currency, entry, theirId } = line;
  const isFee = cause === "fee_unexpected" && entry !== "fee";
  return {
    ...{ cause, lineId, ourKey: null, amountMinor: isFee ? feeMinor : amountMinor, currency },
    detail: `${entry} ${theirId}`,
    sides: [isFee ? side("fee", sum(feeMinor, currency), null) : amounts(line, undefined)],
  };
}

/** A finding about a row of ours alone. */
export function aboutRow(cause: Finding["cause"], row: OurRow): Finding {
  const { key, amountMinor, currency, entry } = row;
  const sides = [amounts(undefined, row)];
  return { cause, lineId: null, ourKey: key, amountMinor, currency, detail: `${entry} ${key}`, sides };
}
