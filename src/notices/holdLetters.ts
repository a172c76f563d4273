import { printMoney } from "../terms/index.ts";
import { aboutCase, type CaseLetter } from "./claimLetters.ts";
import { dayIn, lastDayBefore } from "./formatDay.ts";
import {
  type HoldFacts,
  holdCaptured,
  holdNeedsCard,
  holdPlaced,
  holdReleased,
  holdReminder,
  holdWillBeTaken,
} from "./templates/holdTold.ts";

type Body = Readonly<Record<string, unknown>>;
type Case = Parameters<Parameters<typeof aboutCase>[0]>[0];

/** Why a hold was taken, in words; another reason is a person's own. */
const REASONS: Readonly<Record<string, string>> = {
  late: "It did not come back in time.",
  not_complete: "Another device came back, or parts of it are missing.",
};

export const holdPlacedLetter: CaseLetter = aboutCase((about, body) => holdPlaced(factsOf(about, body)));

/** A reminder, the notice before a capture, or the request for another card. */
export const holdNoticeLetter: CaseLetter = aboutCase((about, body) => {
  const facts = factsOf(about, body);
  if (body.kind === "reminder") {
    return about.claim.core === "awaited" ? holdReminder(facts) : undefined;
  }
  if (body.kind === "card") {
    return holdNeedsCard(facts);
  }
  const from = typeof body.captureFrom === "string" ? Temporal.Instant.from(body.captureFrom) : undefined;
  const isBack = body.answer !== "awaited";
  return holdWillBeTaken({ ...facts, isBack, from: from && dayIn(from, about.zone) });
});

export const holdCapturedLetter: CaseLetter = aboutCase((about, body) => {
  const reason = String(body.reason);
  return holdCaptured({ ...factsOf(about, body), reason: REASONS[reason] ?? reason });
});

export const holdReleasedLetter: CaseLetter = aboutCase((about, body) => holdReleased(factsOf(about, body)));

function factsOf({ claim, facts, zone }: Case, { amount }: Body): HoldFacts {
  const money = amount as { readonly amount: number; readonly currency: string };
  const isAwaited = claim.core === "awaited" && claim.dueAt !== null && claim.state === "shipped";
  return {
    ...facts,
    amount: printMoney(money.amount, money.currency),
    backBy: isAwaited ? lastDayBefore(claim.dueAt as Temporal.Instant, zone) : undefined,
  };
}
