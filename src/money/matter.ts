import type { Money, Platform, Queryable, Tx } from "../platform/index.ts";
import type { ToldLine } from "./toldLine.ts";

/**
 * What a try is about. `card` keeps a payer's card with its provider, `forget` has it forgotten there, and
 * `forget_held` the card of a hold that has ended.
 */
export type About = "charge" | "refund" | "hold" | "capture" | "release" | "card" | "forget" | "forget_held";

/** A card that a provider keeps for us: its own words for it, and what its holder knows it by. */
export interface CardTold {
  readonly cardRef: string;
  readonly customerRef: string | null;
  readonly brand: string;
  readonly lastFour: string;
  /** The last day it is good. */
  readonly expiresOn: Temporal.PlainDate;
}

/** The kept card a payment is taken from, while nobody is there to be asked. */
export interface CardMeant {
  readonly cardRef: string;
  readonly customerRef: string | null;
  /** The method it was kept by. */
  readonly method: string;
}

/** What is asked of a payment provider. The same key never moves money twice, however often it is sent. */
export interface Instruction {
  readonly about: About;
  readonly key: string;
  readonly amount: Money;
  /** As it was named when the try was started; for what follows a payment, that payment's. */
  readonly method: string;
  /** What stands on the payer's statement: the public id of what it is about. */
  readonly reference: string;
  /** The provider's reference of what is refunded, captured or released, or was held by a card. */
  readonly of?: string;
  /** The kept card it is taken from, or that is to be forgotten. */
  readonly card?: CardMeant;
  /** Where the payer comes back to from a page of the provider's. */
  readonly returnUrl?: string;
  /** When the try was started. */
  readonly startedAt?: Temporal.Instant;
  /** The provider's reference of what it did under this key, where it has told one. */
  readonly ref?: string;
}

/**
 * What a provider says. `unknown`: the money may or may not have moved, and asking will tell. `pending` with
 * `nextUrl`: the payer has to do something there first.
 */
export type ProviderAnswer =
  | {
      readonly outcome: "succeeded";
      readonly providerRef: string;
      /**
       * What really moved; another amount or currency than was asked for is never booked as if it were
       * that.
       */
      readonly amount?: Money;
      /** Of a hold: when the provider lets it lapse. */
      readonly captureBefore?: Temporal.Instant;
      /** Of a card: which one is kept now. */
      readonly card?: CardTold;
      readonly reason?: undefined;
    }
  | {
      readonly outcome: "pending" | "failed" | "unknown";
      readonly providerRef?: string;
      /** Why it failed: a snake_case word of the provider's. */
      readonly reason?: string;
      readonly nextUrl?: string;
      /** While the payer takes their time: nobody needs to ask before. */
      readonly askAgainAt?: Temporal.Instant;
    };

/** A message of a provider's, as it came over HTTP: what is signed are its bytes. */
export interface ProviderMessage {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What a message names. It is a hint: what it is about is asked, not believed. */
export interface ProviderEvent {
  /** The provider's own id of it: the same message is followed once. */
  readonly id: string;
  readonly kind: string;
  /** A key of ours that it carries. */
  readonly key?: string | undefined;
  /** The provider's reference of a payment. */
  readonly ref?: string | undefined;
  /** The provider's reference of a dispute. */
  readonly dispute?: string | undefined;
}

/** A card holder's bank took money back, or gave it back again. */
export interface DisputeReport {
  readonly providerRef: string;
  /** The provider's reference of the payment it is about, as its successful try kept it. */
  readonly of: string;
  readonly amount: Money;
  /** What the provider keeps for it. */
  readonly feeMinor: number;
  readonly reason: string;
  readonly state: "opened" | "won" | "lost";
  readonly openedAt: Temporal.Instant;
  /** Until when the bank takes evidence. */
  readonly answerBy: Temporal.Instant | null;
}

/** A payment provider. Called from jobs only, never inside a transaction. An error is read as `unknown`. */
export interface Provider {
  readonly name: string;
  /** The methods it offers to people, as they are named in a payment's body. */
  readonly methods: readonly string[];
  /** Whether it takes a method that is not offered: `card:pm_…`, the test bank's menu. */
  takes?(method: string): boolean;
  /** Whether it can keep a payer's card, and take a payment from it while nobody is there. */
  readonly keepsCards?: boolean;
  /** Whether it keeps the card of a hold that is placed by a method, so that it can be placed anew. */
  keepsHeldCard?(method: string): boolean;
  /** Reads a message after its signature. Errors: Problem 401 when it is not signed by the provider. */
  readMessage?(platform: Platform, message: ProviderMessage): Promise<ProviderEvent>;
  /** What it says of a dispute; undefined when it never heard of it. */
  askDispute?(platform: Platform, providerRef: string): Promise<DisputeReport | undefined>;
  /** What it says it did since an instant; absent for one that only sends reports. */
  tellLines?(platform: Platform, since: Temporal.Instant): Promise<readonly ToldLine[]>;
  carryOut(platform: Platform, instruction: Instruction): Promise<ProviderAnswer>;
  /** What became of a key; undefined when the provider never heard of it. */
  ask(platform: Platform, instruction: Instruction): Promise<ProviderAnswer | undefined>;
}

/** What is known of the thing a try is about, beside its key and method. */
export type Asked = Omit<Instruction, "about" | "key" | "method" | "startedAt" | "ref">;

/** A thing money moves for: what its provider is asked, and what the end of a try changes. */
export interface Matter {
  readonly about: About;
  /** What the provider is asked to do; undefined when there is nothing left to do. */
  asked(db: Queryable, rootId: string, no: number): Promise<Asked | undefined>;
  /** The same of several, in their order, by fewer statements. */
  askedTogether?(
    db: Queryable,
    of: readonly { readonly rootId: string; readonly no: number }[],
  ): Promise<readonly (Asked | undefined)[]>;
  /** The provider has done it. In the transaction that ends the try, its root locked: books, events. */
  succeed(tx: Tx, rootId: string, no: number, end: AttemptEnd): Promise<void>;
  /** The same of several roots, all of them locked, by fewer statements. */
  succeedTogether?(
    tx: Tx,
    done: readonly { readonly rootId: string; readonly no: number; readonly end: AttemptEnd }[],
  ): Promise<void>;
  /** The provider has not done it, and will not under this key. */
  fail(tx: Tx, rootId: string, no: number, end: AttemptEnd): Promise<void>;
  /** What the events of its tries say beside their numbers. */
  told?(db: Queryable, rootId: string, no: number): Promise<object>;
}

/** How a try ended. */
export interface AttemptEnd {
  readonly attemptNo: number;
  readonly provider: string;
  readonly method: string;
  readonly providerRef: string | null;
  readonly reason: string | null;
  readonly captureBefore?: Temporal.Instant;
  readonly card?: CardTold;
}
