import type { AttemptState } from "../attempts/index.ts";

/**
 * wanted -> placed -> captured | released | lapsed. A hold that was wanted and never placed is released, too;
 * one whose last authorisation ran out before it was settled has lapsed.
 */
export const holdStates = ["wanted", "placed", "captured", "released", "lapsed"] as const;
export type HoldState = (typeof holdStates)[number];

/** asked -> placed -> captured | released | lapsed; a card that says no ends it as failed. */
export const authorisationStates = ["asked", "placed", "failed", "captured", "released", "lapsed"] as const;
export type AuthorisationState = (typeof authorisationStates)[number];

/**
 * What the terms say of what came back, in the words of the decision `return`; `awaited` while nothing has.
 * `capture` means that it may be captured for that, once the deadline and the notice are over.
 */
export const returnAnswers = ["awaited", "ask", "review", "capture", "release"] as const;
export type ReturnAnswer = (typeof returnAnswers)[number];

/** Why a person must look at a hold. */
export const attentions = ["renewal_declined", "capture_declined", "return_review", "not_shipped"] as const;
export type Attention = (typeof attentions)[number];

/** One authorisation of a card, of the chain that covers a hold. */
export interface Authorisation {
  readonly no: number;
  readonly method: string;
  readonly amountMinor: number;
  readonly state: AuthorisationState;
  /** Ordered from the provider, and its answer is not known yet. */
  readonly leaving: "capture" | "release" | null;
  /** When its bank was asked for it: its time counts from then. */
  readonly askedAt: Temporal.Instant;
  /** The card forgets it then; null until it is placed. */
  readonly captureBefore: Temporal.Instant | null;
  /** When the provider last said no: to the authorisation itself, or to its release. */
  readonly failedAt: Temporal.Instant | null;
  /** Its newest try; nobody needs it to plan. */
  readonly attempt?: AuthorisationTry | null;
}

/** How a card was asked, and what its holder has to do. */
export interface AuthorisationTry {
  readonly state: AttemptState;
  readonly reason: string | null;
  /** A page of their bank's, or of the provider's, where they have to go first. */
  readonly nextUrl: string | null;
  /** Whether the provider has said anything yet. */
  readonly answered: boolean;
}

/** Who asked for a capture that takes two, as JSON has it. */
export interface CaptureAsked {
  readonly amountMinor: number;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** What secures a device that left before the old one came back. */
export interface Hold {
  readonly rootId: string;
  readonly no: number;
  /** The claim's number within the root. */
  readonly subjectNo: number;
  readonly programme: string;
  readonly region: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly state: HoldState;
  readonly wantedAt: Temporal.Instant;
  /** From when it must be there without a gap: the fee was paid. Null before. */
  readonly neededAt: Temporal.Instant | null;
  /** Until when the old device must be back; null until the new one has left. */
  readonly dueAt: Temporal.Instant | null;
  readonly remindAt: Temporal.Instant | null;
  readonly remindedAt: Temporal.Instant | null;
  /** When its owner was told that it will be captured, and why. */
  readonly noticedAt: Temporal.Instant | null;
  readonly answer: ReturnAnswer;
  /** What the terms say when nothing came until the deadline. */
  readonly lateAnswer: ReturnAnswer;
  /** How much the terms let be captured; null: all of it. */
  readonly captureMinor: number | null;
  /** The terms want a person to look before it is captured. */
  readonly needsPerson: boolean;
  /** What was decided and is being carried out. */
  readonly ending: "capture" | "release" | null;
  /** Of what ended it, or is ending it. */
  readonly reason: string | null;
  readonly attention: Attention | null;
  readonly capturedMinor: number;
  readonly closedAt: Temporal.Instant | null;
  /** A capture above the limit that waits for another person; nobody needs it to plan. */
  readonly captureAsked?: CaptureAsked | null;
  /** Oldest first. */
  readonly authorisations: readonly Authorisation[];
}

/** What a plan is made from: a hold as it stands at an instant. */
export type HoldFacts = Omit<
  Hold,
  "rootId" | "no" | "subjectNo" | "programme" | "region" | "currency" | "wantedAt" | HoldEnd
> & { readonly at: Temporal.Instant };

type HoldEnd = "capturedMinor" | "closedAt" | "reason" | "captureAsked";

/** Whether a hold can change no more. */
export function isFinal(state: HoldState): boolean {
  return state === "captured" || state === "released" || state === "lapsed";
}

/** The authorisation that covers a hold at an instant: of those that live, the one that lives longest. */
export function coverAt(
  { authorisations }: Pick<Hold, "authorisations">,
  at: Temporal.Instant,
): LiveAuthorisation | undefined {
  return liveAt(authorisations, at)[0];
}

/** An authorisation that can be captured now. */
export interface LiveAuthorisation extends Authorisation {
  readonly captureBefore: Temporal.Instant;
}

/** All that can be captured at an instant, the one that lives longest first. */
export function liveAt(authorisations: readonly Authorisation[], at: Temporal.Instant): LiveAuthorisation[] {
  return authorisations
    .filter((each): each is LiveAuthorisation => each.state === "placed" && each.captureBefore !== null)
    .filter(({ leaving }) => leaving === null)
    .filter(({ captureBefore }) => Temporal.Instant.compare(captureBefore, at) > 0)
    .sort((a, b) => Temporal.Instant.compare(b.captureBefore, a.captureBefore) || b.no - a.no);
}
