import type { Receipt, Terms } from "../terms/index.ts";
import type { PlanProduct } from "./product.ts";

/**
 * Whether the terms forbid to sell this product's plan in a region whatever the device: the receipt of the
 * first of its models when all are refused, else undefined. What hangs on the device is decided when the
 * code is activated.
 */
export function refusedOffer(
  terms: Terms,
  product: Pick<PlanProduct, "plan" | "models">,
  region: string,
  at: Temporal.Instant,
): Receipt | undefined {
  const receipts = product.models.map((model) =>
    terms.decide("offer", {
      at: at.toString(),
      code: { product: product.plan, models: product.models, region },
      device: { model, region },
    }),
  );
  return receipts.every(({ outcome }) => outcome === "refused") ? receipts[0] : undefined;
}
