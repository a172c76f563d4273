import type { Product } from "../catalogue/index.ts";
import { holdCodes } from "../contracts/index.ts";
import type { Decision, Tx } from "../platform/index.ts";
import { refuse } from "./refusals.ts";

/** A line of an order that is being placed, in its order of lines. */
interface LineToHold {
  readonly product: Product;
  readonly quantity: number;
}

/**
 * Holds codes for the lines of an order whose plans come out of batches, until it is paid or lapses. Answers
 * with the refusal when there are too few; codes that are made when they are paid for need no hold.
 */
export async function holdLines(
  tx: Tx,
  orderId: string,
  region: string | null,
  lines: readonly LineToHold[],
): Promise<Extract<Decision<never>, { readonly refused: object }> | undefined> {
  const ofBatches = lines
    .map(({ product, quantity: count }, index) => ({ product, count, lineNo: index + 1 }))
    .filter(({ product }) => product.soldAs === "code" && product.codeSupply === "batch")
    // Whoever waits for codes of several products waits for them in one order.
    .toSorted((a, b) => (a.product.sku < b.product.sku ? -1 : 1));
  if (region === null) {
    return undefined;
  }
  for (const { product, count, lineNo } of ofBatches) {
    const wanted = { orderId, lineNo, sku: product.sku, region, count };
    const free = await holdCodes(tx, wanted);
    if (free !== undefined) {
      return refuse("codes_sold_out", {
        says: `There are ${free} codes of ${product.sku} left in this region, and ${count} are wanted.`,
        next: free === 0 ? "Ask us when there will be more." : `Order ${free} at the most, or ask for more.`,
      });
    }
  }
  return undefined;
}
