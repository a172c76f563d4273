import assert from "node:assert/strict";
import { badField, type Tx } from "../../platform/index.ts";
import { startAttempt } from "../attempts/index.ts";
import { methodsThatKeep, providerOf } from "../providers/index.ts";
import type { KeptCard } from "./card.ts";
import { insertCard, keptCardOf, saveUnwanted } from "./cardStore.ts";

/** Whose card is to be kept, and how its holder wants to give it. */
export interface NewCard {
  readonly holderId: string;
  readonly method: string;
  readonly currency: string;
}

/**
 * Has a card kept by its provider, on a root the caller has locked; a job asks after the commit. `CardKept`
 * tells that it is, `CardNotKept` that it is not. Errors: Problem 400 for a method by which none can be kept.
 */
export async function keepCard(
  tx: Tx,
  rootId: string,
  { holderId, method, currency }: NewCard,
): Promise<KeptCard> {
  const provider = providerOf(tx.platform, method);
  if (provider?.keepsCards !== true) {
    const ways = methodsThatKeep(tx.platform);
    const way = ways.length > 0 ? `Pay by one of: ${ways.join(", ")}.` : "No card can be kept here yet.";
    throw badField("/method", "unknown_method", way);
  }
  const { no } = await insertCard(tx, rootId, holderId, provider.name, method, currency, tx.at);
  await startAttempt(tx, { about: "card" }, rootId, no, { provider: provider.name, method });
  const card = await keptCardOf(tx, rootId, no);
  assert(card !== undefined, "a card that was asked for is there");
  return card;
}

/**
 * Nobody wants this card kept any more: its provider forgets it, and then we do. One that is only asked for
 * is forgotten as soon as it is kept. The root is locked.
 */
export async function forgetCard(tx: Tx, rootId: string, no: number): Promise<void> {
  const card = await saveUnwanted(tx, rootId, no, tx.at);
  if (card?.state === "kept") {
    await orderForgetting(tx, rootId, no, card);
  }
}

/** A job tells the provider after the commit. */
export async function orderForgetting(
  tx: Tx,
  rootId: string,
  no: number,
  { provider, method }: Pick<KeptCard, "provider" | "method">,
): Promise<void> {
  await startAttempt(tx, { about: "forget" }, rootId, no, { provider, method });
}
