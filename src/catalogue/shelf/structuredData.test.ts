import { deepEqual, equal } from "node:assert/strict";
import { describe, it } from "node:test";
import { type DescribedProduct, structuredData } from "./structuredData.ts";

const eur = (amount: number) => ({ amount, currency: "EUR" });
const jpy = { amount: 7000, currency: "JPY" };
const plan: DescribedProduct = {
  ...{ sku: "U-3889316", productCode: "CP.QT.00012138.01", name: "Care Refresh 2-Year Plan", brand: "DJI" },
  ...{ category: "Plans", summary: "Two replacements in two years.", photoUrl: "/photo/1.jpg" },
  ...{ minQuantity: 1, multiple: 1, stock: "on_demand", leadDays: 0 },
  prices: [
    { minQuantity: 1, net: eur(3598), gross: eur(4425) },
    { minQuantity: 10, net: eur(3490), gross: eur(4293) },
    { minQuantity: 1, net: jpy, gross: jpy },
  ],
};
const asked = { url: "https://shop.example/products/U-3889316", currency: "EUR", regions: ["EU", "GB"] };

interface Offer {
  readonly price: string;
  readonly availability: string;
  readonly eligibleRegion?: string[];
  readonly deliveryLeadTime: object;
  readonly priceSpecification: { price: string; eligibleQuantity: object }[];
}
const offerOf = (...told: Parameters<typeof structuredData>): Offer =>
  structuredData(...told).offers as Offer;

describe("a product in the words of schema.org", () => {
  it("has each tier with the quantities it is for, where it is sold and how long it takes", () => {
    const offer = offerOf(plan, asked);
    deepEqual(
      offer.priceSpecification.map(({ price, eligibleQuantity }) => [price, eligibleQuantity]),
      [
        ["44.25", { "@type": "QuantitativeValue", minValue: 1, maxValue: 9 }],
        ["42.93", { "@type": "QuantitativeValue", minValue: 10 }],
      ],
    );
    deepEqual(offer.eligibleRegion, ["EU", "GB"]);
    deepEqual(offer.deliveryLeadTime, { "@type": "QuantitativeValue", value: 0, unitCode: "DAY" });
    equal(offer.availability, "https://schema.org/InStock");
    equal(structuredData(plan, asked).image, "https://shop.example/photo/1.jpg");
  });

  it("writes a price with the decimals of its currency, and no offer in one it has no price in", () => {
    equal(offerOf(plan, { ...asked, currency: "JPY" }).price, "7000");
    equal(structuredData(plan, { ...asked, currency: "USD" }).offers, undefined);
  });

  it("leaves out a photo whose address is none", () => {
    equal(structuredData({ ...plan, photoUrl: "https://[" }, asked).image, undefined);
  });

  it("says what is sold out, and of a plan that is paid for never that it is a warranty", () => {
    equal(offerOf({ ...plan, stock: 0 }, asked).availability, "https://schema.org/OutOfStock");
    equal(JSON.stringify(structuredData(plan, asked)).includes("Warranty"), false);
  });
});
