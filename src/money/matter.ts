import type { Money, Platform, Queryable, Tx } from "../platform/index.ts";

/** What a try is about. */
export type About = "charge" | "refund" | "hold" | "capture" | "release";

/** What is asked of a payment provider. The same key never moves money twice, however often it is sent. */
export interface Instruction {
  readonly about: About;
  readonly key: string;
  readonly amount: Money;
  /** As it was named when the try was started; for what follows a payment, that payment's. */
  readonly method: string;
  /** What stands on the payer's statement: the public id of what it is about. */
  readonly reference: string;
  /** The provider's reference of what is refunded, captured or released. */
  readonly of?: string;
  /** Where the payer comes back to from a page of the provider's. */
  readonly returnUrl?: string;
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
      readonly reason?: undefined;
    }
  | {
      readonly outcome: "pending" | "failed" | "unknown";
      readonly providerRef?: string;
      /** Why it failed: a snake_case word of the provider's. */
      readonly reason?: string;
      readonly nextUrl?: string;
    };

/** A payment provider. Called from jobs only, never inside a transaction. An error is read as `unknown`. */
export interface Provider {
  readonly name: string;
  /** The methods it takes, as they are named in a payment's body. */
  readonly methods: readonly string[];
  carryOut(platform: Platform, instruction: Instruction): Promise<ProviderAnswer>;
  /** What became of a key; undefined when the provider never heard of it. */
  ask(platform: Platform, instruction: Instruction): Promise<ProviderAnswer | undefined>;
}

/** What is known of the thing a try is about, beside its key and method. */
export type Asked = Omit<Instruction, "about" | "key" | "method">;

/** A thing money moves for: what its provider is asked, and what the end of a try changes. */
export interface Matter {
  readonly about: About;
  /** What the provider is asked to do; undefined when there is nothing left to do. */
  asked(db: Queryable, rootId: string, no: number): Promise<Asked | undefined>;
  /** The provider has done it. In the transaction that ends the try, its root locked: books, events. */
  succeed(tx: Tx, rootId: string, no: number, end: AttemptEnd): Promise<void>;
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
}
