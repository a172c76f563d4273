import type { HoldFacts, LiveAuthorisation, ReturnAnswer } from "./hold.ts";

/** Between the notice and the capture: time to send the device after all, or to tell that it was sent. */
export const NOTICE_HOURS = 3 * 24;

/** What is left for the capture itself: a provider that is away, an answer that gets lost. */
export const HANDLING_HOURS = 2 * 24;

/** So long before an authorisation runs out the card is authorised anew; of a short one, half its time. */
export const MARGIN_HOURS = 2 * 24;

/** Between two tries of a card that said no. */
export const RETRY_HOURS = 12;

/** So long after the deadline a person has to settle what the terms leave open. */
export const BOUND_HOURS = 30 * 24;

/** What the times of a hold are reckoned from. */
export type HoldTimes = Pick<
  HoldFacts,
  "at" | "dueAt" | "noticedAt" | "answer" | "lateAnswer" | "needsPerson" | "attention"
>;

/**
 * What stands when the deadline is over: missing parts that were asked for and never came are for a person.
 */
export function outcomeAtDue({ answer, lateAnswer }: Pick<HoldFacts, "answer" | "lateAnswer">): ReturnAnswer {
  const outcome = answer === "awaited" ? lateAnswer : answer;
  return outcome === "ask" || outcome === "awaited" ? "review" : outcome;
}

/** Whether it may be captured without a person, once its time has come. */
export function mayBeCaptured(facts: HoldTimes): boolean {
  return outcomeAtDue(facts) === "capture" && !facts.needsPerson && facts.attention !== "capture_declined";
}

/** The first instant at which it may be captured; undefined before its owner was told. */
export function captureFrom({
  dueAt,
  noticedAt,
}: Pick<HoldFacts, "dueAt" | "noticedAt">): Temporal.Instant | undefined {
  return dueAt === null || noticedAt === null
    ? undefined
    : later(dueAt, noticedAt.add({ hours: NOTICE_HOURS }));
}

/** When it is released, whatever is still open; undefined before there is a deadline. */
export function bound({ dueAt }: Pick<HoldFacts, "dueAt">): Temporal.Instant | undefined {
  return dueAt?.add({ hours: BOUND_HOURS });
}

/**
 * Until when there must be cover: the deadline of the return, the notice and the handling. Undefined while
 * the device has not left: then for as long as it takes.
 */
export function coverUntil(facts: HoldTimes): Temporal.Instant | undefined {
  const last = bound(facts)?.add({ hours: HANDLING_HOURS });
  const { dueAt, at } = facts;
  if (dueAt === null || last === undefined || !mayBeCaptured(facts)) {
    return last;
  }
  const noticedAt = facts.noticedAt ?? (facts.answer === "capture" ? at : later(dueAt, at));
  const until = later(captureFrom({ dueAt, noticedAt }) ?? dueAt, at).add({ hours: HANDLING_HOURS });
  return earlier(until, last);
}

/**
 * When the card is to be authorised anew, or tried again; undefined where what there is lasts long enough.
 */
export function renewalAt(facts: HoldFacts, cover: LiveAuthorisation): Temporal.Instant | undefined {
  const { askedAt, captureBefore } = cover;
  const until = coverUntil(facts);
  if (
    facts.neededAt === null ||
    (until !== undefined && Temporal.Instant.compare(captureBefore, until) >= 0)
  ) {
    return undefined;
  }
  const halfMs = (captureBefore.epochMilliseconds - askedAt.epochMilliseconds) / 2;
  const marginMs = Math.min(MARGIN_HOURS * 3_600_000, Math.floor(halfMs));
  const first = captureBefore.subtract({ milliseconds: marginMs });
  const refused = facts.authorisations
    .filter(({ no, state }) => no > cover.no && state === "failed")
    .map(({ failedAt }) => failedAt)
    .findLast((at) => at !== null);
  return refused === undefined || refused === null
    ? first
    : later(first, refused.add({ hours: RETRY_HOURS }));
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}
