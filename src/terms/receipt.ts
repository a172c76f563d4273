import type { Decision } from "./document.ts";

/**
 * What a decision can come to. Offer, activation, renewal and transfer: the first three. Coverage: from
 * `statutory` to `incomplete`, or refused, or undecided. Refund: `amount`, refused, undecided,
 * incomplete. Return: the last
 * five, or undecided.
 */
export type Outcome =
  | "allowed"
  | "refused"
  | "undecided"
  | "statutory"
  | "warranty"
  | "plan"
  | "paid"
  | "goodwill"
  | "hold"
  | "incomplete"
  | "amount"
  | "release"
  | "ask"
  | "remind"
  | "capture"
  | "review";

/**
 * What a clause came to: `holds`/`fails` for what must hold, `applies` for exclusions and for what sets
 * somebody a time, `passed` for windows.
 */
export type Verdict = "holds" | "fails" | "applies" | "passed" | "excepted" | "not-coded";

/**
 * The answer to a decision, as it is stored beside what it decided. Plain JSON with a stable order of keys.
 */
export interface Receipt {
  readonly decision: Decision;
  readonly outcome: Outcome;
  /** The decision's instant, RFC 3339 in UTC; null when it was not given. */
  readonly at: string | null;
  readonly terms: {
    readonly programme: string;
    readonly version: string;
    readonly hash: string;
    /** The statutes laid over the version, by name. */
    readonly overlays: readonly string[];
    /** The annexes laid over it, by their versions; left out when there are none. */
    readonly annexes?: readonly string[];
    /** Each of them with the text it was used in, statutes first; left out when there are none. */
    readonly layers?: readonly LayerUsed[];
    /** The version that binds the contract, where a later one that reaches it judges what happened. */
    readonly contract?: { readonly version: string; readonly hash: string };
    /** The version of the tz database deadlines were reckoned with, where the host told it. */
    readonly tz?: string;
    /**
     * The rules of deciding (`engine.ts`) and the list of facts; receipts of the first engine say
     * neither.
     */
    readonly engine?: string;
    readonly vocabulary?: string;
  };
  readonly because: readonly Reason[];
  readonly against: readonly Reason[];
  /** Facts to ask for, cheapest first: those on which the answer still depends. */
  readonly needs: readonly string[];
  readonly fee: Fee | null;
  readonly uses: Use | null;
  readonly returns: { readonly parts: readonly string[]; readonly by: string | null } | null;
  readonly deadlines: readonly Deadline[];
  readonly wouldChange: readonly Change[];
  readonly doors: readonly Door[];
  /** What was told of `needs` and cannot be so; it counts as unknown. Left out when there is none. */
  readonly notBelieved?: readonly NotBelieved[];
  /** So much is unknown that not all of it was followed: some of `needs` may turn out not to matter. */
  readonly needsMayBeFewer?: true;
  /** What a cancellation pays back; only in the answer to `refund`. */
  readonly refund?: Refund;
  /** The deposit of an advance exchange; only where there is one. */
  readonly hold?: Hold;
}

/** A fact that was told and cannot be so. */
export interface NotBelieved {
  readonly fact: string;
  readonly told: unknown;
  /** Of a first activation: `before-any-device`, `before-manufacture`, `in-the-future`. */
  readonly why: string;
}

/** A document that was laid over the version. */
export interface LayerUsed {
  readonly kind: "statute" | "annex";
  /** The statute's name; the annex's version. */
  readonly name: string;
  readonly version: string;
  readonly hash: string;
}

/** What ending a contract pays back now, by the reckoning that is best for the holder. */
export interface Refund {
  /** Minor units, the late penalty included. */
  readonly amount: number;
  readonly currency: string;
  readonly clause: string;
  /** Who says so: the terms, or the statute of that name. */
  readonly by: string;
  /** How it was reckoned, in order; the amounts are minor units. */
  readonly steps: readonly { readonly says: string; readonly amount: number }[];
  /** Part of the amount. */
  readonly penalty: number;
  /** RFC 3339, UTC; null when nothing says. */
  readonly payBy: string | null;
  /** What the other clauses would pay, best first. */
  readonly others: readonly { readonly clause: string; readonly by: string; readonly amount: number }[];
}

export interface Hold {
  readonly amount: number;
  readonly currency: string;
  readonly clause: string;
  /** When the card forgets it, and it must have been authorised anew; null when nothing says. */
  readonly endsAt: string | null;
}

export interface Reason {
  readonly clause: string;
  readonly verdict: Verdict;
  /** The clause's own words, figures filled in. */
  readonly says: string;
  /** The facts it looked at, as they were given; lists of uses as their count. */
  readonly facts: { readonly [fact: string]: unknown };
  readonly detail?: { readonly [name: string]: unknown };
}

export interface Fee {
  /** Minor units. */
  readonly amount: number;
  /** ISO 4217; null only for a fee of nothing when the currency is not known. */
  readonly currency: string | null;
  readonly clause: string;
  /** Which use this is, from 1; null when the fee does not depend on it. */
  readonly nth: number | null;
  readonly tax: "included" | "excluded" | null;
  /** Only a guide: the claim is made elsewhere than in the plan's region. */
  readonly indicative?: true;
}

export interface Use {
  readonly benefit: string;
  /** From 1; null where nobody told how many came before, and nothing depended on it. */
  readonly nth: number | null;
  /** Uses left after this one; null when there is no limit. */
  readonly left: number | null;
  /** For a balance: what this use takes of it, in minor units; `left` is in minor units then. */
  readonly amount?: number;
  readonly currency?: string;
}

export interface Deadline {
  readonly clause: string;
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** The duration as the terms say it: `48 hours`. */
  readonly clock: string;
  /** In these days the holder is told of it; nothing is lost when they are over. */
  readonly tells?: true;
}

/** One fact that, had it been otherwise, would have led to a better outcome. */
export interface Change {
  readonly fact: string;
  readonly to: unknown;
  readonly outcome: Outcome;
  readonly says: string;
  /** Who can tell or change it: `you`, `the technician`, `the maker`, `the service provider`, `us`. */
  readonly by: string;
  /** It has happened already: this only helps if it was recorded wrongly. */
  readonly correction?: true;
}

export interface Door {
  readonly door: string;
  readonly clause: string;
}
