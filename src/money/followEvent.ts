import { type Job, lockRoot, type Platform, systemCaller, transact } from "../platform/index.ts";
import { type AttemptKey, attemptFields, eventOf, readAttemptKey } from "./attempts/attempt.ts";
import { instructionFor } from "./attempts/callProvider.ts";
import { resolveAttempt } from "./attempts/resolveAttempt.ts";
import { noteProviderDispute } from "./disputes/index.ts";
import type { About, Instruction, Provider } from "./matter.ts";
import { matterOf } from "./matters.ts";
import { providerNamed } from "./providers/index.ts";
import { attemptByRef, attemptNamed, type KeptEvent, newEvent, noteFollowed } from "./webhooks/eventStore.ts";

/** Which message a job follows. */
export interface EventKey {
  readonly provider: string;
  readonly eventId: string;
}

type NamedAttempt = NonNullable<Awaited<ReturnType<typeof attemptNamed>>>;

/** What became of a message: `unmatched` names nothing of ours, `contradicts` what we hold as ended. */
type Followed = "followed" | "unmatched" | "contradicts";

/** Follows a message: what it names is asked about, whatever it says and however late it comes. */
export const followEvent: Job<EventKey> = {
  name: "follow_provider_event",
  run: async (platform, { provider: name, eventId }) => {
    const provider = providerNamed(name);
    if (provider !== undefined) {
      await followKept(platform, provider, eventId);
    }
  },
};

/** Follows a message of a provider's that was kept, once. */
export async function followKept(platform: Platform, provider: Provider, eventId: string): Promise<void> {
  const { name } = provider;
  const event = await newEvent(platform.database, name, eventId);
  if (event === undefined) {
    return;
  }
  const state = await follow(platform, provider, event);
  if (state !== "followed") {
    platform.log.error({ provider: name, eventId, state }, "a provider's message needs a person");
  }
  await noteFollowed(platform.database, name, eventId, state, platform.clock.now());
}

async function follow(platform: Platform, provider: Provider, event: KeptEvent): Promise<Followed> {
  if (event.disputeRef !== null) {
    return await followDispute(platform, provider, event.disputeRef);
  }
  if (event.attemptKey === null && event.providerRef === null) {
    return "followed";
  }
  const key = await attemptOf(platform, event);
  const { rootId = "", about = "charge", no = 0, attemptNo = 0 } = key ?? {};
  const found = await attemptNamed(platform.database, rootId, about, no, attemptNo, event.provider);
  if (key === undefined || found === undefined) {
    return "unmatched";
  }
  if (found.state === "failed" || (found.state === "succeeded" && about === "refund")) {
    return await lookAgain(platform, provider, key, found);
  }
  await resolveAttempt(platform, matterOf(about), key, () => provider);
  return "followed";
}

async function attemptOf(
  { database }: Platform,
  { provider, attemptKey, providerRef }: KeptEvent,
): Promise<AttemptKey | undefined> {
  if (attemptKey !== null) {
    return readAttemptKey(attemptKey);
  }
  const found = providerRef === null ? undefined : await attemptByRef(database, provider, providerRef);
  return found && { ...found, about: found.about as About };
}

/**
 * A try that has ended stays as it ended. Money that moved all the same under one that had failed, and a
 * refund that came back after it was paid, are told to a person.
 */
async function lookAgain(
  platform: Platform,
  provider: Provider,
  key: AttemptKey,
  attempt: NamedAttempt,
): Promise<Followed> {
  const { rootId, no, about } = key;
  const matter = matterOf(about);
  const asked = await instructionFor(platform, matter, key, { ...attempt, about });
  const said = await provider.ask(platform, asked ?? questionAbout(about, attempt));
  if (said?.outcome !== (attempt.state === "failed" ? "succeeded" : "failed")) {
    return "followed";
  }
  await transact(platform, systemCaller, async (tx) => {
    await lockRoot(tx, rootId);
    const told = { ...(await matter.told?.(tx, rootId, no)), ...attemptFields(key) };
    tx.record(rootId, [{ type: `${eventOf(about)}Contradicted`, ...told }]);
  });
  return "contradicts";
}

/** What is asked about a try whose matter is closed: nothing is to be done any more. */
function questionAbout(
  about: About,
  { key, method, startedAt, providerRef }: Pick<NamedAttempt, "key" | "method" | "startedAt" | "providerRef">,
): Instruction {
  const known = providerRef === null ? {} : { ref: providerRef, of: providerRef };
  return { about, key, method, startedAt, amount: { amount: 0, currency: "" }, reference: "", ...known };
}

async function followDispute(platform: Platform, provider: Provider, ref: string): Promise<Followed> {
  const report = await provider.askDispute?.(platform, ref);
  if (report === undefined) {
    return "unmatched";
  }
  const { amount, ...told } = report;
  const sum = { amountMinor: amount.amount, currency: amount.currency };
  const isOurs = await noteProviderDispute(platform, { provider: provider.name, ...told, ...sum });
  return isOurs ? "followed" : "unmatched";
}
