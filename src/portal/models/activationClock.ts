import type { Terms } from "../../terms/index.ts";

/**
 * How long after its first use a device of this product takes a code, as the terms say it: `30 days`.
 * Undefined when they set no such time, or not the same one for all its models.
 */
export function activationClock(
  { plan, models }: { readonly plan: string; readonly models: readonly string[] },
  terms: Terms,
  soldIn: readonly string[],
  now: string,
): string | undefined {
  const [region] = soldIn;
  const clocks = models.map((model) => {
    const asked = {
      at: now,
      code: { product: plan, models, region },
      device: { model, region, activatedAt: now },
    };
    return terms.decide("activation", asked).deadlines[0]?.clock;
  });
  return new Set(clocks).size === 1 ? clocks[0] : undefined;
}
