import type { Money, Platform } from "../platform/index.ts";

/** What is asked of a payment provider. The same key never takes money twice, however often it is sent. */
export interface Collection {
  readonly key: string;
  readonly amount: Money;
  readonly method: string;
  /** What stands on the payer's statement: the charge's public id. */
  readonly reference: string;
}

/** What a provider says. `unknown`: the money may or may not have been taken, and asking will tell. */
export type ProviderAnswer =
  | { readonly outcome: "succeeded"; readonly providerRef: string; readonly reason?: undefined }
  | {
      readonly outcome: "pending" | "failed" | "unknown";
      readonly providerRef?: string;
      /** Why it failed: a snake_case word of the provider's. */
      readonly reason?: string;
    };

/** A payment provider. Called from jobs only, never inside a transaction. An error is read as `unknown`. */
export interface Provider {
  readonly name: string;
  /** The methods it takes, as they are named in a payment's body. */
  readonly methods: readonly string[];
  collect(platform: Platform, collection: Collection): Promise<ProviderAnswer>;
  /** What became of a key; undefined when the provider never heard of it. */
  ask(platform: Platform, key: string): Promise<ProviderAnswer | undefined>;
}
