import type { CompiledTerms } from "./compiledTerms.ts";
import { type PlanView, planView } from "./planView.ts";
import type { PlanProduct } from "./product.ts";

/** How far from the instant that is asked for plan facts may have been read out of the terms. */
const HELD_MS = 5_000;

/** So many are held, the one asked for last among them. Plans are few. */
const MOST_HELD = 200;

interface Held {
  readonly view: PlanView | undefined;
  readonly atMs: number;
}

const held = new Map<string, Held>();

/**
 * The plan facts of a product under these terms. Reading them out asks the terms for every model and region,
 * so they are held. Terms never change, only what they say of an instant: where a plan may be bought may be
 * told five seconds late. Ordering asks the terms themselves.
 */
export function heldPlanView(
  product: Pick<PlanProduct, "plan" | "models">,
  document: CompiledTerms,
  at: Temporal.Instant,
): PlanView | undefined {
  const key = JSON.stringify([document.terms.hash, product.plan, product.models]);
  const found = held.get(key);
  held.delete(key);
  const isFresh = found !== undefined && Math.abs(at.epochMilliseconds - found.atMs) < HELD_MS;
  const fresh = isFresh ? found : { view: planView(product, document, at), atMs: at.epochMilliseconds };
  held.set(key, fresh);
  for (const oldest of held.keys()) {
    if (held.size <= MOST_HELD) {
      break;
    }
    held.delete(oldest);
  }
  return fresh.view;
}
