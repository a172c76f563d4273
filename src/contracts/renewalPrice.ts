import { type Asker, renewalProductOf, termsOf, type UnitPrice, unitPrice } from "../catalogue/index.ts";
import type { Contract } from "./contract.ts";

/**
 * What a product costs that follows a contract on this model: in the contract's currency, else in another
 * of its region. Undefined when it is not sold for the model, or has no price in any of them.
 */
export async function renewalPrice(
  db: Asker & { readonly at: Temporal.Instant },
  { programme, termsVersion, region, currency }: Contract,
  plan: string | undefined,
  model: string,
): Promise<UnitPrice | undefined> {
  const product = plan === undefined ? undefined : await renewalProductOf(db, { programme, plan, model });
  if (product === undefined) {
    return undefined;
  }
  const terms = await termsOf(db, programme, termsVersion);
  const currencies = new Set([currency, ...(terms.regions.get(region)?.currencies ?? [])]);
  const prices = [...currencies].map((known) => unitPrice(db, product.sku, 1, known, db.at));
  return (await Promise.all(prices)).find((price) => price !== undefined);
}
