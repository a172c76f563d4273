import { type listProducts, type showProduct, structuredData } from "../../catalogue/index.ts";
import type { Terms } from "../../terms/index.ts";
import type { PlanCard, ShelfProductModel } from "../pages/shelfProductPage.ts";
import type { FormState } from "../parts/frame.ts";
import type { FeeList, PlanFacts } from "../parts/planFacts.ts";
import type { Tier } from "../parts/priceTable.ts";
import type { ProductCard } from "../parts/productCards.ts";
import { en } from "../words/en.ts";
import { formatMoney } from "../words/formatMoney.ts";
import { activationClock } from "./activationClock.ts";
import { arrivalOf, stockWord } from "./arrivalOf.ts";
import { quantityTold } from "./quantityTold.ts";

export type ShownProduct = Awaited<ReturnType<typeof showProduct.run>>;
export type ListedProduct = Awaited<ReturnType<typeof listProducts.run>>["data"][number];
type Plan = Exclude<ShownProduct, { readonly soldAs: "goods" }>;

/** What a page of a product needs beside the product. */
export type Around = {
  readonly form: FormState;
  readonly url: string;
  /** The currencies its buyer pays in, the first that it is priced in counts. */
  readonly currencies: readonly string[];
  readonly plan: PlanFacts | undefined;
  readonly compare: readonly PlanCard[];
  readonly beside: readonly PlanCard[];
  readonly delivery: ShelfProductModel["delivery"];
  readonly similar: readonly ListedProduct[];
};

/** The tiers of a product in the first of these currencies that it has, else in the first it has at all. */
export function tiersOf(
  { prices }: Pick<ListedProduct, "prices">,
  currencies: readonly string[] = [],
): readonly Tier[] {
  const has = (currency: string) => prices.some(({ gross }) => gross.currency === currency);
  const currency = currencies.find(has) ?? prices[0]?.gross.currency;
  return prices
    .filter(({ gross }) => gross.currency === currency)
    .map(({ minQuantity: from, gross, net }) => ({ from, gross, net }));
}

/** A product of the catalogue as its page shows it. */
export function shelfProduct(product: ShownProduct, around: Around): ShelfProductModel {
  const { sku, name, brand, productCode, summary, supplier, minQuantity, multiple, category } = product;
  const { form, plan, compare, beside, delivery, similar, url } = around;
  const tiers = tiersOf(product, around.currencies);
  const asked = form.values.quantity ?? String(Math.ceil(minQuantity / multiple) * multiple);
  const rule = {
    least: minQuantity,
    multiple,
    most: product.stock === "on_demand" ? undefined : product.stock,
  };
  return {
    ...{ sku, name, brand, productCode, summary, plan, compare, delivery },
    trail: trailOf(category),
    photoUrl: product.photoUrl ?? undefined,
    tiers,
    buy: {
      ...{ least: minQuantity, multiple, form },
      unsold: unsoldFor(product, plan),
      arrival: arrivalOf(product),
      total: quantityTold(Number(asked), tiers, rule),
      beside,
    },
    specifications: [...product.specifications, ...measures(product)],
    supplier: supplier === null ? undefined : { ...supplier, productCode: supplier.productCode ?? undefined },
    similar: similar
      .filter((other) => other.sku !== sku)
      .map((other) => productCard(other, around.currencies)),
    data: structuredData(product, {
      url,
      currency: tiers[0]?.gross.currency ?? "",
      regions: product.details?.soldIn ?? [],
    }),
  };
}

/** Why a product cannot be put in a cart now. */
function unsoldFor({ soldAs, stock }: ShownProduct, plan: PlanFacts | undefined): string | undefined {
  if (soldAs === "renewal") {
    return en.refusals.renewal_is_no_code;
  }
  if (soldAs === "goods") {
    return stock === 0 ? en.shelf.outCannot : undefined;
  }
  return plan?.regions.length === 0 ? en.shelf.notSoldHere : undefined;
}

function measures({ gtin, weightGrams }: ShownProduct) {
  const words = en.shelf;
  return [
    ...(gtin === null ? [] : [{ name: words.gtin, value: gtin }]),
    ...(weightGrams === 0 ? [] : [{ name: words.weight, value: words.weightOf(weightGrams) }]),
  ];
}

/** The steps of a category: `power/battery` is `Power`, then `Battery`. */
export function trailOf(category: string): ShelfProductModel["trail"] {
  const steps = category.split("/").filter((step) => step !== "");
  return steps.map((step, index) => ({
    path: steps.slice(0, index + 1).join("/"),
    name: categoryName(step),
  }));
}

/** The last step of a category, in words. */
export function categoryName(path: string): string {
  const step = (path.split("/").at(-1) ?? "").replaceAll("-", " ");
  return step.slice(0, 1).toUpperCase() + step.slice(1);
}

/** A product as a list shows it. */
export function productCard(product: ListedProduct, currencies: readonly string[] = []): ProductCard {
  const { sku, name, brand, productCode, soldAs, photoUrl } = product;
  const tiers = tiersOf(product, currencies);
  return {
    ...{ sku, name, brand, productCode },
    isPlan: soldAs !== "goods",
    photoUrl: photoUrl ?? undefined,
    price: tiers.at(-1)?.gross,
    hasTiers: tiers.length > 1,
    stock: stockWord(product),
  };
}

/** What a plan gives, out of the terms in force. */
export function planFactsOf(
  product: Plan,
  terms: Terms,
  { now, modelNames }: { readonly now: string; readonly modelNames: ReadonlyMap<string, string> },
): PlanFacts {
  const { programme, details } = product;
  const soldIn = details?.soldIn ?? [];
  return {
    programme,
    length: details?.length ?? "",
    replacements: details?.replacements ?? 0,
    regions: soldIn.map((region) => en.places.regions[region] ?? region),
    fees: details === null ? [] : feeLists(details, modelNames),
    activateWithin: activationClock(product, terms, soldIn, now),
    notCovered: details?.notCovered.map(({ title, html }) => ({ title, html })) ?? [],
  };
}

type Details = NonNullable<Plan["details"]>;

/** The fees, once for all models and regions in which they are the same. */
function feeLists({ fees, soldIn }: Details, modelNames: ReadonlyMap<string, string>): readonly FeeList[] {
  const sold = fees.filter(({ region }) => soldIn.includes(region));
  const alike = Map.groupBy(sold, (one) => JSON.stringify(one.fees.map(({ fee }) => fee)));
  return [...alike.values()].map((lists) => ({
    for: lists
      .map(({ model, region }) => `${modelNames.get(model) ?? model}, ${en.places.regions[region] ?? region}`)
      .join("; "),
    fees: lists[0]?.fees.map(({ fee }) => fee) ?? [],
  }));
}

/** A plan in a comparison. */
export function planCard(product: Plan): PlanCard {
  const { sku, name, details } = product;
  const [first] = tiersOf(product);
  const fee = details?.fees.find(({ region }) => details.soldIn.includes(region))?.fees[0]?.fee;
  return {
    ...{ sku, name },
    price: first === undefined ? en.shelf.noPrice : formatMoney(first.gross),
    length: details?.length ?? "",
    replacements: details?.replacements ?? 0,
    firstFee: fee === undefined ? undefined : formatMoney(fee),
  };
}
