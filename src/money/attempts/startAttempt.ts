import type { Tx } from "../../platform/index.ts";
import type { Matter } from "../matter.ts";
import { ASK, askAfter, askKey } from "./ask.ts";
import { type AttemptKey, attemptFields, eventOf, prefixOf } from "./attempt.ts";
import { insertAttempt } from "./attemptStore.ts";

/** How it is tried, and what its event says beside that. */
export interface Try {
  readonly provider: string;
  readonly method: string;
  readonly told?: object;
}

/**
 * Starts a try of something on a root the caller has locked, having decided that it may be tried. The
 * provider is called by a job after the commit. Undefined: a try of it is open, or has succeeded.
 */
export async function startAttempt(
  tx: Tx,
  { about }: Pick<Matter, "about">,
  rootId: string,
  no: number,
  { provider, method, told = {} }: Try,
): Promise<AttemptKey | undefined> {
  const started = await insertAttempt(tx, rootId, about, no, prefixOf(about), provider, method, tx.at);
  if (started === undefined) {
    return undefined;
  }
  const key = { rootId, about, no, attemptNo: started.no };
  tx.schedule(rootId, ASK, askKey(key), askAfter(tx.at, 0));
  tx.record(rootId, [{ type: `${eventOf(about)}Started`, ...attemptFields(key), method, ...told }]);
  return key;
}
