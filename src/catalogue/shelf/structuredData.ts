import { printMoney } from "../../terms/index.ts";

interface Amount {
  readonly amount: number;
  readonly currency: string;
}

/** What is known of a product, as its page or a feed tells it. What is left out is left out of the data. */
export interface DescribedProduct {
  readonly sku: string;
  readonly productCode: string;
  readonly name: string;
  readonly brand: string;
  readonly category: string;
  readonly summary: string;
  readonly photoUrl: string | null;
  readonly minQuantity: number;
  readonly stock: number | "on_demand";
  readonly leadDays: number;
  readonly prices: readonly { readonly minQuantity: number; readonly net: Amount; readonly gross: Amount }[];
  readonly gtin?: string | null;
  readonly weightGrams?: number;
  readonly specifications?: readonly { readonly name: string; readonly value: string }[];
}

/** Where the product's page is, which of its currencies is asked for, and where it may be sold. */
export interface DescribedFor {
  readonly url: string;
  readonly currency: string;
  readonly regions: readonly string[];
}

/** A node of schema.org, ready to be written as JSON-LD. */
export interface StructuredData {
  readonly "@context": "https://schema.org";
  readonly "@type": "Product";
  readonly [property: string]: unknown;
}

const SCHEMA = "https://schema.org";

/**
 * A product in the words of schema.org: Product with one Offer, whose tiers are its `priceSpecification`.
 * Prices have their tax in them. A plan is sold and no `WarrantyPromise`, which means cover that is free.
 * Without a price in the currency there is no offer. Pure.
 */
export function structuredData(product: DescribedProduct, asked: DescribedFor): StructuredData {
  const { sku, productCode, name, brand, category, summary, photoUrl, gtin, weightGrams } = product;
  const image = photoUrl === null ? undefined : URL.parse(photoUrl, asked.url)?.href;
  const tiers = product.prices.filter(({ gross }) => gross.currency === asked.currency);
  return {
    "@context": SCHEMA,
    "@type": "Product",
    ...{ sku, mpn: productCode, name, url: asked.url },
    ...(brand === "" ? {} : { brand: { "@type": "Brand", name: brand } }),
    ...(category === "" ? {} : { category }),
    ...(summary === "" ? {} : { description: summary }),
    ...(image === undefined ? {} : { image }),
    ...(gtin ? { gtin } : {}),
    ...(weightGrams ? { weight: quantity({ value: weightGrams, unitCode: "GRM" }) } : {}),
    ...(product.specifications?.length
      ? {
          additionalProperty: product.specifications.map((told) => ({ "@type": "PropertyValue", ...told })),
        }
      : {}),
    ...(tiers.length === 0 ? {} : { offers: offerOf(product, tiers, asked) }),
  };
}

function offerOf(
  product: DescribedProduct,
  tiers: DescribedProduct["prices"],
  { url, currency, regions }: DescribedFor,
): object {
  const { stock, leadDays, minQuantity } = product;
  return {
    "@type": "Offer",
    ...{ url, priceCurrency: currency, price: decimal(tiers[0]?.gross) },
    itemCondition: `${SCHEMA}/NewCondition`,
    availability: `${SCHEMA}/${stock === 0 ? "OutOfStock" : "InStock"}`,
    ...(stock === "on_demand" ? {} : { inventoryLevel: quantity({ value: stock }) }),
    eligibleQuantity: quantity({ minValue: minQuantity }),
    ...(regions.length === 0 ? {} : { eligibleRegion: [...regions] }),
    deliveryLeadTime: quantity({ value: leadDays, unitCode: "DAY" }),
    priceSpecification: tiers.map((tier, place) => specificationOf(tier, tiers[place + 1]?.minQuantity)),
  };
}

/** A tier: what one piece costs from a quantity on, up to where the next one begins. */
function specificationOf({ minQuantity, gross }: DescribedProduct["prices"][number], next?: number): object {
  return {
    "@type": "UnitPriceSpecification",
    ...{ price: decimal(gross), priceCurrency: gross.currency, valueAddedTaxIncluded: true },
    eligibleQuantity: quantity({
      minValue: minQuantity,
      ...(next === undefined ? {} : { maxValue: next - 1 }),
    }),
  };
}

function quantity(of: Readonly<Record<string, number | string>>): object {
  return { "@type": "QuantitativeValue", ...of };
}

/** `44.25`, as schema.org writes a price: no currency, no separators but the point. */
function decimal(money: Amount | undefined): string {
  return money === undefined ? "" : (printMoney(money.amount, money.currency).split(" ")[0] ?? "");
}
