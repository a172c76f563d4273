import { forOwner, type Receipt } from "../../terms/index.ts";
import type { FitModel } from "../pages/shelfCheckPages.ts";
import { en } from "../words/en.ts";
import { formatDay, formatDistance, formatMoment } from "../words/formatDate.ts";
import { receiptSteps, windowFacts } from "./receiptSteps.ts";

type Around = {
  readonly now: string;
  /** The day by which the code has come, at the latest: `2026-06-13`. */
  readonly promisedOn: string;
  readonly neverUsed: boolean;
};

const states = { allowed: "ok", refused: "problem" } as Readonly<Record<string, "ok" | "problem">>;

/** Less than this is little: a mail may be read the next day. */
const SOON_HOURS = 48;

/**
 * What the terms say of a device before its plan is bought: whether it fits, how much of its time is left,
 * and whether the code can come too late for it.
 */
export function fitAnswer(receipt: Receipt, { now, promisedOn, neverUsed }: Around): FitModel["answer"] {
  const words = en.shelf;
  const isAllowed = receipt.outcome === "allowed";
  const [window] = isAllowed && !neverUsed ? receipt.deadlines : [];
  const left = window && leftOf(window, { now, promisedOn });
  const titles: Readonly<Record<string, string>> = words.checkAnswers;
  const fresh = isAllowed && neverUsed ? [words.checkFresh] : [];
  return {
    state: left?.isTight === true ? "needs" : (states[receipt.outcome] ?? "waiting"),
    title: titles[receipt.outcome] ?? words.checkAnswers.undecided,
    says: isAllowed ? [...fresh, ...(left?.says ?? [])] : [forOwner(receipt)],
    dates: windowFacts(receipt, now),
    reasons: receiptSteps(receipt),
  };
}

function leftOf(
  { to, zone }: { readonly to: string; readonly zone: string },
  { now, promisedOn }: Pick<Around, "now" | "promisedOn">,
): { readonly says: readonly string[]; readonly isTight: boolean } {
  const words = en.shelf;
  const end = Temporal.Instant.from(to);
  const arrives = Temporal.PlainDate.from(promisedOn);
  const isToday = promisedOn === now.slice(0, 10);
  const comesBy = arrives.add({ days: 1 }).toZonedDateTime(zone).toInstant();
  const isLate = !isToday && Temporal.Instant.compare(comesBy, end) > 0;
  const isSoon = Temporal.Instant.from(now).until(end).total("hours") < SOON_HOURS;
  const says = words.checkLeft(formatDistance(to, zone, now), formatMoment(to, zone, now));
  const warning = isLate ? words.checkTight(formatDay(arrives)) : words.checkSoon;
  return { says: isLate || isSoon ? [says, warning] : [says], isTight: isLate || isSoon };
}
