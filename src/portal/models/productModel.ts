import type { showProduct } from "../../catalogue/index.ts";
import type { Terms } from "../../terms/index.ts";
import type { FeeList, ProductModel } from "../pages/productPages.ts";
import { en } from "../words/en.ts";
import { formatDay } from "../words/formatDate.ts";
import { activationClock } from "./activationClock.ts";
import { countryChoices } from "./countries.ts";
import { withdrawalRight } from "./withdrawalRight.ts";

type Product = Exclude<Awaited<ReturnType<typeof showProduct.run>>, { readonly soldAs: "goods" }>;
type Details = NonNullable<Product["details"]>;

/** What else a product's page rests on: the terms in force, the time, and what models are called. */
type Around = {
  readonly terms: Terms;
  readonly now: string;
  readonly modelNames: ReadonlyMap<string, string>;
};

/** A product of the catalogue as its page shows it, for the regions in which it is sold. */
export function productModel(
  product: Product,
  { terms, now, modelNames }: Around,
): Omit<ProductModel, "form"> {
  const { name, sku, programme, productCode, prices, details, delivery, minQuantity, multiple } = product;
  const currency = prices[0]?.gross.currency;
  const soldIn = details?.soldIn ?? [];
  return {
    name,
    sku,
    programme,
    productCode,
    tiers: prices
      .filter(({ gross }) => gross.currency === currency)
      .map(({ minQuantity: from, gross }) => ({ from, gross })),
    delivery: en.shop.deliveredOn(formatDay(Temporal.PlainDate.from(delivery.promisedOn))),
    length: details?.length ?? "",
    replacements: details?.replacements ?? 0,
    regions: soldIn.map((region) => en.places.regions[region] ?? region),
    fees: details === null ? [] : feeLists(details, modelNames),
    activateWithin: activationClock(product, terms, soldIn, now),
    notCovered: details?.notCovered.map(({ title, html }) => ({ title, html })) ?? [],
    withdrawal: withdrawalRight(terms, soldIn),
    least: minQuantity,
    multiple,
    countries: countryChoices(soldIn.flatMap((region) => terms.regions.get(region)?.countries ?? [])),
  };
}

/** The fees, once for all models and regions in which they are the same. */
function feeLists({ fees, soldIn }: Details, modelNames: Around["modelNames"]): readonly FeeList[] {
  const sold = fees.filter(({ region }) => soldIn.includes(region));
  const alike = Map.groupBy(sold, (one) => JSON.stringify(one.fees.map(({ fee }) => fee)));
  return [...alike.values()].map((lists) => ({
    for: lists
      .map(({ model, region }) => `${modelNames.get(model) ?? model}, ${en.places.regions[region] ?? region}`)
      .join("; "),
    fees: lists[0]?.fees.map(({ fee }) => fee) ?? [],
  }));
}
