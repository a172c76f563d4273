import { takeStock } from "../../catalogue/index.ts";
import type { Decision, Tx } from "../../platform/index.ts";
import { type PricedLine, refuseShort } from "../carts/index.ts";
import { holdLines } from "../holdLines.ts";

/**
 * Takes the goods of an order that is being placed out of stock and holds its codes of batches. Answers with
 * the refusal when somebody else was faster, which gives everything back.
 */
export async function takeLines(
  tx: Tx,
  orderId: string,
  { region, lines }: { readonly region: string | undefined; readonly lines: readonly PricedLine[] },
): Promise<Extract<Decision<never>, { readonly refused: object }> | undefined> {
  const goods = lines.filter(({ product }) => product.soldAs === "goods");
  const short = await takeStock(
    tx,
    goods.map(({ product: { sku }, quantity }) => ({ sku, quantity })),
  );
  for (const { sku, wanted, stock } of short) {
    const product = goods.find((line) => line.product.sku === sku)?.product;
    const refused =
      product && refuseShort({ ...product, offer: { ...product.offer, stock } }, wanted)?.refused;
    if (refused !== undefined) {
      return { refused };
    }
  }
  return await holdLines(tx, orderId, region ?? null, lines);
}
