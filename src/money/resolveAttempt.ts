import { type Job, type Platform, publicId, waking } from "../platform/index.ts";
import type { AttemptKey } from "./ask.ts";
import type { Provider, ProviderAnswer } from "./provider.ts";
import { providerOf } from "./providers.ts";
import { recordOutcome } from "./recordOutcome/recordOutcome.ts";
import { noteCall, type OpenAttempt, openAttempt } from "./store.ts";

/** A provider that has not answered by then is asked later. */
const PATIENCE_MS = 15_000;

/** Follows a started payment, one of which it is not known how it ended, and the deadline that asks again. */
export const resolvePayment: Job<AttemptKey> = waking(
  { name: "resolve_payment", run: (platform, key) => resolveAttempt(platform, key, providerOf) },
  ({ rootId }) => rootId,
);

/**
 * Brings an open try nearer to its end. The first to come calls the provider; whoever comes after asks
 * first, and calls again with the same key only when the provider never heard of it. Running it twice, or
 * after a crash at any point, takes the money once.
 */
export async function resolveAttempt(
  platform: Platform,
  key: AttemptKey,
  providers: (method: string) => Provider | undefined,
): Promise<void> {
  const { rootId, chargeNo, attemptNo } = key;
  const attempt = await openAttempt(platform.database, rootId, chargeNo, attemptNo);
  const provider = attempt === undefined ? undefined : providers(attempt.method);
  if (attempt === undefined || provider === undefined) {
    return;
  }
  const isFirst = await noteCall(platform.database, rootId, chargeNo, attemptNo, platform.clock.now());
  const said = isFirst === undefined ? await patiently(() => provider.ask(platform, attempt.key)) : undefined;
  const answer = said ?? (await patiently(() => collect(platform, provider, key, attempt)));
  await recordOutcome(platform, key, answer ?? { outcome: "unknown" });
}

function collect(
  platform: Platform,
  provider: Provider,
  { rootId, chargeNo }: AttemptKey,
  { key, method, amountMinor, currency }: OpenAttempt,
): Promise<ProviderAnswer> {
  const reference = publicId("chg", rootId, chargeNo);
  return provider.collect(platform, { key, method, reference, amount: { amount: amountMinor, currency } });
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
