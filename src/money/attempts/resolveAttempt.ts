import { failPoint, type Platform } from "../../platform/index.ts";
import type { Instruction, Matter, Provider, ProviderAnswer } from "../matter.ts";
import { isReconciling } from "../reconcileMode/index.ts";
import type { AttemptKey } from "./attempt.ts";
import { noteCall, type OpenAttempt, openAttempt } from "./attemptStore.ts";
import { believe } from "./outcome.ts";
import { recordOutcome } from "./recordOutcome.ts";

/** A provider that has not answered by then is asked later. */
const PATIENCE_MS = 15_000;

/** What a try is while nothing may be asked of its provider, which has never heard of it. */
const WAITING: ProviderAnswer = { outcome: "pending", reason: "reconciling" };

/**
 * Brings an open try nearer to its end. The first to come calls the provider; whoever comes after asks
 * first, and calls again with the same key only when the provider never heard of it. Running it twice, or
 * after a crash at any point, moves the money once.
 */
export async function resolveAttempt(
  platform: Platform,
  matter: Matter,
  key: AttemptKey,
  providers: (name: string) => Provider | undefined,
): Promise<void> {
  const { rootId, about, no, attemptNo } = key;
  const attempt = await openAttempt(platform.database, rootId, about, no, attemptNo);
  const provider = attempt === undefined ? undefined : providers(attempt.provider);
  if (attempt === undefined || provider === undefined) {
    return;
  }
  const instruction = await instructionFor(platform, matter, key, attempt);
  if (instruction === undefined) {
    await giveUp(platform, matter, key, attempt);
    return;
  }
  failPoint(platform, `${about}_before_call`);
  const now = platform.clock.now();
  // While the world outside is not matched, providers are asked and nothing is asked of them.
  const waits = await isReconciling(platform);
  const isFirst = waits ? undefined : await noteCall(platform.database, rootId, about, no, attemptNo, now);
  failPoint(platform, `${about}_call_noted`);
  const said = isFirst === undefined ? await patiently(() => provider.ask(platform, instruction)) : undefined;
  const unheard = () => (waits ? WAITING : patiently(() => provider.carryOut(platform, instruction)));
  const answer = said ?? (await unheard());
  failPoint(platform, `${about}_called`);
  await recordOutcome(platform, matter, key, believe(answer ?? { outcome: "unknown" }, instruction));
  failPoint(platform, `${about}_recorded`);
}

type TriedBefore = Pick<OpenAttempt, "about" | "key" | "method" | "startedAt" | "providerRef">;

/** What a try's provider is told, and asked. */
export async function instructionFor(
  { database, config }: Platform,
  matter: Matter,
  { rootId, no }: AttemptKey,
  { about, key, method, startedAt, providerRef }: TriedBefore,
): Promise<Instruction | undefined> {
  const asked = await matter.asked(database, rootId, no);
  if (asked === undefined) {
    return undefined;
  }
  const returnUrl = new URL(asked.returnUrl ?? "/", config.publicUrl).href;
  const known = providerRef === null ? {} : { ref: providerRef };
  return { ...asked, returnUrl, about, key, method, startedAt, ...known };
}

/** There is nothing left to do: a try nobody has heard of ends, of another asking may tell. */
async function giveUp(
  platform: Platform,
  matter: Matter,
  key: AttemptKey,
  { calledAt }: OpenAttempt,
): Promise<void> {
  const answer: ProviderAnswer =
    calledAt === null ? { outcome: "failed", reason: "no_longer_wanted" } : { outcome: "unknown" };
  await recordOutcome(platform, matter, key, answer);
}

/** An answer that does not come, or comes as an error, says nothing about the money. */
async function patiently(
  call: () => Promise<ProviderAnswer | undefined>,
): Promise<ProviderAnswer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const tired = new Promise<ProviderAnswer>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, { outcome: "unknown" });
  });
  try {
    return await Promise.race([call(), tired]);
  } catch {
    return { outcome: "unknown" };
  } finally {
    clearTimeout(timer);
  }
}
