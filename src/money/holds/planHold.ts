import { type Attention, type HoldFacts, isFinal, type LiveAuthorisation, liveAt } from "./hold.ts";
import {
  bound,
  captureFrom,
  coverUntil,
  mayBeCaptured,
  outcomeAtDue,
  RETRY_HOURS,
  renewalAt,
} from "./holdTimes.ts";

/**
 * The next thing to do for a hold. `wait` says when to look again; not at all where only news changes
 * something.
 */
export type HoldAct =
  /** Authorise the card once more; what is there stays until the new one is. */
  | { readonly act: "renew" }
  | { readonly act: "release"; readonly authorisationNo: number }
  | { readonly act: "capture"; readonly authorisationNo: number; readonly amountMinor: number }
  /** The card has forgotten an authorisation. */
  | { readonly act: "lapse"; readonly authorisationNo: number }
  /** Decide that all of it is released. */
  | { readonly act: "close"; readonly reason: "returned" | "not_settled" }
  | { readonly act: "end"; readonly as: "captured" | "released" | "lapsed" }
  | { readonly act: "remind" }
  | { readonly act: "notify" }
  | { readonly act: "ask_person"; readonly why: Attention }
  | { readonly act: "wait"; readonly until: Temporal.Instant | undefined };

/**
 * What is to be done for a hold now. Pure; ask again after each act, until it says `wait`.
 *
 * - Cover has no gap: two days before the last authorisation runs out (for a shorter one, at half its time)
 *   the card is authorised anew; the old authorisation is released only when the new one is placed. So a card
 *   has both for a moment.
 * - A card that says no is asked again every twelve hours while the last authorisation lives, its owner is
 *   asked for another one, and a person is told. Nothing is captured early for that: a hold that was not
 *   saved lapses, what has not left stays, and what has left is a claim for a person to settle.
 * - It is captured only after the deadline of the return AND three days after its owner was told so.
 * - What a person has not settled thirty days after the deadline is released.
 */
export function planHold(facts: HoldFacts): HoldAct {
  const { at, authorisations } = facts;
  if (isFinal(facts.state)) {
    return wait();
  }
  const forgotten = authorisations.find(
    ({ state, leaving, captureBefore }) =>
      state === "placed" && leaving === null && captureBefore !== null && !isAfter(captureBefore, at),
  );
  if (forgotten !== undefined) {
    return { act: "lapse", authorisationNo: forgotten.no };
  }
  if (facts.ending !== null) {
    return wind(facts);
  }
  if (facts.answer === "release") {
    return { act: "close", reason: "returned" };
  }
  if (facts.state === "wanted") {
    return wait();
  }
  const [cover, ...superseded] = liveAt(authorisations, at);
  if (cover === undefined) {
    return isUnderway(facts) ? wait() : { act: "end", as: "lapsed" };
  }
  return planCovered(facts, cover, superseded);
}

function planCovered(
  facts: HoldFacts,
  cover: LiveAuthorisation,
  superseded: readonly LiveAuthorisation[],
): HoldAct {
  const { at } = facts;
  const old = superseded.find((each) => mayRelease(each, at));
  if (old !== undefined) {
    return { act: "release", authorisationNo: old.no };
  }
  const last = bound(facts);
  if (last !== undefined && !isAfter(last, at)) {
    return { act: "close", reason: "not_settled" };
  }
  const isAsked = facts.authorisations.some(({ state }) => state === "asked");
  const renewFrom = renewalAt(facts, cover);
  if (renewFrom !== undefined && !isAfter(renewFrom, at) && !isAsked) {
    return { act: "renew" };
  }
  const why = attentionOf(facts, cover);
  if (why !== undefined && why !== facts.attention) {
    return { act: "ask_person", why };
  }
  return planReturn(facts, cover) ?? waitFor(facts, cover, superseded);
}

/** What the return asks for now: a reminder, a notice, the capture. */
function planReturn(facts: HoldFacts, cover: LiveAuthorisation): HoldAct | undefined {
  const { at, dueAt, remindAt, remindedAt, noticedAt, answer } = facts;
  if (dueAt === null) {
    return undefined;
  }
  const isOver = !isAfter(dueAt, at);
  const isOpen = answer === "awaited" || answer === "ask";
  if (isOpen && !isOver && remindAt !== null && remindedAt === null && !isAfter(remindAt, at)) {
    return { act: "remind" };
  }
  const isDecided = answer === "capture" || (isOver && isOpen && outcomeAtDue(facts) !== "release");
  if (isDecided && noticedAt === null) {
    return { act: "notify" };
  }
  const from = captureFrom(facts);
  if (mayBeCaptured(facts) && from !== undefined && !isAfter(from, at)) {
    const amountMinor = Math.min(facts.captureMinor ?? facts.amountMinor, cover.amountMinor);
    return { act: "capture", authorisationNo: cover.no, amountMinor };
  }
  return isOver && isOpen && outcomeAtDue(facts) === "release"
    ? { act: "close", reason: "returned" }
    : undefined;
}

/**
 * Carries out what was decided: one is captured, all others are released; when nothing is left, it has ended.
 */
function wind(facts: HoldFacts): HoldAct {
  const { authorisations, at, ending } = facts;
  const isTaken = authorisations.some(({ state }) => state === "captured");
  const placed = liveAt(authorisations, at);
  const open = ending === "capture" && !isTaken ? undefined : placed.find((each) => mayRelease(each, at));
  if (open !== undefined) {
    return { act: "release", authorisationNo: open.no };
  }
  if (isUnderway(facts)) {
    return wait();
  }
  const [longest] = placed;
  if (longest !== undefined) {
    return wait(soonest([retryRelease(longest), longest.captureBefore], at));
  }
  return { act: "end", as: isTaken ? "captured" : "released" };
}

/** Something was asked of the provider, and its answer will bring us back here. */
function isUnderway({ authorisations }: HoldFacts): boolean {
  return authorisations.some(({ state, leaving }) => state === "asked" || leaving !== null);
}

function retryRelease({ failedAt }: LiveAuthorisation): Temporal.Instant | undefined {
  return failedAt?.add({ hours: RETRY_HOURS });
}

/** A release the provider refused is tried again later; at the latest the card forgets by itself. */
function mayRelease(each: LiveAuthorisation, at: Temporal.Instant): boolean {
  const again = retryRelease(each);
  return again === undefined || !isAfter(again, at);
}

/** What a person must look at; the most pressing. */
function attentionOf(facts: HoldFacts, cover: LiveAuthorisation): Attention | undefined {
  const { at, answer, dueAt, neededAt } = facts;
  if (facts.authorisations.some(({ no, state }) => no > cover.no && state === "failed")) {
    return "renewal_declined";
  }
  if (facts.attention === "capture_declined") {
    return "capture_declined";
  }
  const isOver = dueAt !== null && !isAfter(dueAt, at);
  const isStuck = isOver && !mayBeCaptured(facts) && outcomeAtDue(facts) !== "release";
  if (answer === "review" || (answer === "capture" && facts.needsPerson) || isStuck) {
    return "return_review";
  }
  const waits = neededAt !== null && dueAt === null ? neededAt.add({ hours: 24 * 30 }) : undefined;
  return waits !== undefined && !isAfter(waits, at) ? "not_shipped" : undefined;
}

function waitFor(
  facts: HoldFacts,
  cover: LiveAuthorisation,
  superseded: readonly LiveAuthorisation[],
): HoldAct {
  const { at, dueAt, remindAt, neededAt } = facts;
  const times = [
    ...[cover.captureBefore, renewalAt(facts, cover), dueAt, remindAt, captureFrom(facts), bound(facts)],
    ...superseded.flatMap((each) => [each.captureBefore, retryRelease(each)]),
    ...(dueAt === null ? [neededAt?.add({ hours: 24 * 30 })] : [coverUntil(facts)]),
  ];
  return wait(soonest(times, at));
}

function soonest(
  times: readonly (Temporal.Instant | null | undefined)[],
  at: Temporal.Instant,
): Temporal.Instant | undefined {
  return times
    .filter((time) => time !== null && time !== undefined)
    .filter((time) => isAfter(time, at))
    .sort(Temporal.Instant.compare)[0];
}

const wait = (until?: Temporal.Instant): HoldAct => ({ act: "wait", until });

const isAfter = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) > 0;
