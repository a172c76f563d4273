import { type Static, Type } from "typebox";
import { Instant, Money, publicId, shape } from "../../platform/index.ts";
import { PaymentShape } from "../charge.ts";
import {
  type Authorisation,
  attentions,
  authorisationStates,
  coverAt,
  type Hold,
  holdStates,
  isFinal,
  returnAnswers,
} from "./hold.ts";
import { captureFrom } from "./holdTimes.ts";

const Maybe = Type.Union([Instant, Type.Null()]);

/** A hold as it is shown. */
export const HoldSchema = shape({
  id: Type.String(),
  claimId: Type.String(),
  amount: Money,
  state: Type.Enum([...holdStates]),
  /** What was decided and is being carried out: the card is told, and its answer is awaited. */
  ending: Type.Union([Type.Enum(["capture", "release"]), Type.Null()]),
  /** Why it ended, or is ending. */
  reason: Type.Union([Type.String(), Type.Null()]),
  /** What the terms say of what came back; `awaited` while nothing has. */
  answer: Type.Enum([...returnAnswers]),
  /** Why a person must look; null: nobody needs to. */
  attention: Type.Union([Type.Enum([...attentions]), Type.Null()]),
  /** Until when the card stands for it; it is authorised anew before. Null where no card does. */
  coveredUntil: Maybe,
  /** The newest try to hold it on a card, as a charge shows its own; null while no card was asked. */
  payment: Type.Union([PaymentShape, Type.Null()]),
  /** Until when the old device must be back. */
  dueAt: Maybe,
  remindedAt: Maybe,
  noticedAt: Maybe,
  /** From when it may be captured; null while that may not be: no deadline, or no notice yet. */
  captureFrom: Maybe,
  /** A capture above the limit, which another person has to agree to; null while none waits. */
  captureAsked: Type.Union([
    shape({ amount: Money, reason: Type.String(), by: Type.String(), at: Instant }),
    Type.Null(),
  ]),
  captured: Money,
  wantedAt: Instant,
  closedAt: Maybe,
});
export type HoldView = Static<typeof HoldSchema>;

/** A hold with the chain of its authorisations. */
export const HoldPage = shape({
  ...HoldSchema.properties,
  authorisations: Type.Array(
    shape({
      no: Type.Integer(),
      method: Type.String(),
      amount: Money,
      state: Type.Enum([...authorisationStates]),
      leaving: Type.Union([Type.Enum(["capture", "release"]), Type.Null()]),
      askedAt: Instant,
      captureBefore: Maybe,
    }),
  ),
});

/** `hld_<root>_<no>`. */
export function holdId({ rootId, no }: Pick<Hold, "rootId" | "no">): string {
  return publicId("hld", rootId, no);
}

/** A hold as it is shown at an instant. */
export function holdView(hold: Hold, at: Temporal.Instant): HoldView {
  const { rootId, subjectNo, currency, state, ending, reason, answer, attention } = hold;
  const cover = isFinal(state) ? undefined : coverAt(hold, at);
  return {
    id: holdId(hold),
    claimId: publicId("clm", rootId, subjectNo),
    amount: { amount: hold.amountMinor, currency },
    ...{ state, ending, reason, answer, attention: isFinal(state) ? null : attention },
    coveredUntil: said(cover?.captureBefore),
    payment: paymentOf(hold.authorisations.at(-1)),
    dueAt: said(hold.dueAt),
    remindedAt: said(hold.remindedAt),
    noticedAt: said(hold.noticedAt),
    captureFrom: said(captureFrom(hold)),
    captureAsked: captureAskedOf(hold),
    captured: { amount: hold.capturedMinor, currency },
    wantedAt: hold.wantedAt.toString(),
    closedAt: said(hold.closedAt),
  };
}

function captureAskedOf({ captureAsked, state, ending, currency }: Hold): HoldView["captureAsked"] {
  if (captureAsked === undefined || captureAsked === null || isFinal(state) || ending !== null) {
    return null;
  }
  const { amountMinor, reason, by, at } = captureAsked;
  return { amount: { amount: amountMinor, currency }, reason, by, at: Temporal.Instant.from(at).toString() };
}

function paymentOf(newest: Authorisation | undefined): HoldView["payment"] {
  const { method = "", attempt } = newest ?? {};
  if (attempt === undefined || attempt === null) {
    return null;
  }
  const { state, reason, nextUrl } = attempt;
  return { method, state, reason, ...(nextUrl === null ? {} : { nextUrl }) };
}

/** Whether it is known how a card answered, or that its holder has to do something first. */
export function isHoldAnswered({ authorisations }: Pick<Hold, "authorisations">): boolean {
  return authorisations.every(
    ({ state, attempt }) => state !== "asked" || (attempt?.state === "pending" && attempt.answered),
  );
}

/** The same with its authorisations, oldest first. */
export function holdPage(hold: Hold, at: Temporal.Instant): Static<typeof HoldPage> {
  const authorisations = hold.authorisations.map(
    ({ no, method, amountMinor, state, leaving, askedAt, captureBefore }) => ({
      ...{ no, method, state, leaving, askedAt: askedAt.toString(), captureBefore: said(captureBefore) },
      amount: { amount: amountMinor, currency: hold.currency },
    }),
  );
  return { ...holdView(hold, at), authorisations };
}

function said(at: Temporal.Instant | null | undefined): string | null {
  return at?.toString() ?? null;
}
