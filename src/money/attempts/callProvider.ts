import type { Platform } from "../../platform/index.ts";
import type { Asked, Instruction, Matter, Provider, ProviderAnswer } from "../matter.ts";
import type { AttemptKey } from "./attempt.ts";
import type { OpenAttempt } from "./attemptStore.ts";
import { believe } from "./outcome.ts";

/** A provider that has not answered by then is asked later. */
const PATIENCE_MS = 15_000;

/** What a try is while nothing may be asked of its provider, which has never heard of it. */
const WAITING: ProviderAnswer = { outcome: "pending", reason: "reconciling" };

type TriedBefore = Pick<OpenAttempt, "about" | "key" | "method" | "startedAt" | "providerRef">;

/** What a try's provider is told, and asked. */
export async function instructionFor(
  platform: Platform,
  matter: Matter,
  { rootId, no }: AttemptKey,
  tried: TriedBefore,
): Promise<Instruction | undefined> {
  return instructionOf(platform, tried, await matter.asked(platform.database, rootId, no));
}

/** The same when it is known what is asked. Pure. */
export function instructionOf(
  { config }: Pick<Platform, "config">,
  { about, key, method, startedAt, providerRef }: TriedBefore,
  asked: Asked | undefined,
): Instruction | undefined {
  if (asked === undefined) {
    return undefined;
  }
  const returnUrl = new URL(asked.returnUrl ?? "/", config.publicUrl).href;
  const known = providerRef === null ? {} : { ref: providerRef };
  return { ...asked, returnUrl, about, key, method, startedAt, ...known };
}

/**
 * What may be believed of what a provider says. `heard`: it may know of the try, and is asked first. `waits`:
 * the world outside is not matched, so providers are asked and nothing is asked of them.
 */
export async function callProvider(
  platform: Platform,
  provider: Provider,
  instruction: Instruction,
  { heard, waits }: { readonly heard: boolean; readonly waits: boolean },
): Promise<ProviderAnswer> {
  const said = heard ? await patiently(() => provider.ask(platform, instruction)) : undefined;
  const unheard = () => (waits ? WAITING : patiently(() => provider.carryOut(platform, instruction)));
  return believe(said ?? (await unheard()) ?? { outcome: "unknown" }, instruction);
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
