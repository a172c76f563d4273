import { productsOf } from "../../catalogue/index.ts";
import { informationOf, type OrderView, UNION } from "../../commerce/index.ts";
import { reader, type Visit } from "../visit/visit.ts";

/** What the buyer of this order is told before paying, and the digest that names those words. */
export async function informationShown(visit: Visit, order: OrderView, isBusiness: boolean) {
  const db = reader(visit);
  const { lines, delivery, country, region, totals } = order;
  const products = await productsOf(
    db,
    lines.map(({ sku }) => sku),
  );
  const shown = lines.flatMap(({ sku, quantity, unit, tax }) => {
    const product = products.find((known) => known.sku === sku);
    const taxed = { taxKind: tax.kind ?? ("other" as const), taxRateBasisPoints: tax.rateBasisPoints };
    return product === undefined ? [] : [{ product, quantity, unit: { ...unit, ...taxed } }];
  });
  const isUntaxed = totals.net.amount === totals.gross.amount;
  return await informationOf(db, {
    ...{ country, region, currency: totals.gross.currency, lines: shown, isBusiness },
    isReverseCharge: isBusiness && isUntaxed && UNION.has(country),
    delivery: {
      option: delivery.option,
      netMinor: delivery.net.amount,
      grossMinor: delivery.gross.amount,
      taxKind: delivery.tax.kind,
      taxRateBasisPoints: delivery.tax.rateBasisPoints,
      promisedOn: Temporal.PlainDate.from(order.promisedOn),
    },
  });
}
