import type { showProduct } from "../../catalogue/index.ts";
import type { ProductModel } from "../pages/productPages.ts";
import { en } from "../words/en.ts";
import { formatDay } from "../words/formatDate.ts";

type Product = Awaited<ReturnType<typeof showProduct.run>>;

/**
 * A product of the catalogue as its page shows it. Fees are those of its first model and region that
 * have any.
 */
export function productModel(product: Product): Omit<ProductModel, "form" | "countries"> {
  const { name, sku, productCode, prices, details, delivery, minQuantity, multiple } = product;
  const currency = prices[0]?.gross.currency;
  const regions = details?.regions.map((region) => en.places.regions[region] ?? region);
  return {
    name,
    sku,
    productCode,
    tiers: prices
      .filter(({ gross }) => gross.currency === currency)
      .map(({ minQuantity: from, net, gross }) => ({ from, net, gross })),
    delivery: en.shop.deliveredOn(formatDay(Temporal.PlainDate.from(delivery.promisedOn))),
    length: details?.length ?? "",
    replacements: details?.replacements ?? 0,
    region: regions?.join(", "),
    fees: details?.fees[0]?.fees.map(({ fee }) => fee) ?? [],
    windows: [],
    notCovered: details?.notCovered.map(({ title, html }) => ({ title, html })) ?? [],
    least: minQuantity,
    multiple,
  };
}
