import { type Platform, Problem, systemCaller, transact } from "../../platform/index.ts";
import { followEvent } from "../followEvent.ts";
import type { ProviderEvent, ProviderMessage } from "../matter.ts";
import { providerNamed } from "../providers/index.ts";
import { keepEvent } from "./eventStore.ts";

/**
 * Takes a message of a provider's: its signature is checked before it is read, it is kept once, and a job
 * asks the provider about what it names. True when it was news. Errors: Problem 401 for a message that is
 * not signed, 404 for a provider that sends none.
 */
export async function receiveMessage(
  platform: Platform,
  name: string,
  message: ProviderMessage,
): Promise<boolean> {
  const provider = providerNamed(name);
  if (provider?.readMessage === undefined) {
    throw new Problem(404, "not_found", "No provider of this name sends messages here.");
  }
  return await keepMessage(platform, name, await provider.readMessage(platform, message));
}

/** Keeps what a message names, once, and has it followed. True when it was news. */
export async function keepMessage(
  platform: Platform,
  name: string,
  { id, kind, key, ref, dispute }: ProviderEvent,
): Promise<boolean> {
  return await transact(platform, systemCaller, async (tx) => {
    const kept = await keepEvent(tx, name, id, kind, key ?? null, ref ?? null, dispute ?? null, tx.at);
    if (kept !== undefined) {
      tx.enqueue(followEvent, { provider: name, eventId: id });
    }
    return kept !== undefined;
  });
}
