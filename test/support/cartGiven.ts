import type { PlanProduct, Price, Product, TaxRate } from "../../src/catalogue/index.ts";
import type { CartFacts, ResellerSide } from "../../src/commerce/carts/index.ts";
import type { Money } from "../../src/platform/index.ts";
import { referenceTerms } from "./referenceTerms.ts";

export const at = Temporal.Instant.from("2026-06-30T22:00:00Z");
export const terms = referenceTerms();

export const price = (
  currency: string,
  minQuantity: number,
  grossMinor: number,
  customerGroup = "retail",
): Price => ({
  ...{ customerGroup, currency, minQuantity, netMinor: grossMinor - 100, grossMinor },
  validFrom: Temporal.Instant.from("2025-06-01T00:00:00Z"),
});
const sold = { minQuantity: 1, multiple: 1, leadDays: 0, isListed: true, weightGrams: 0 } as const;
const offer = { supplier: null, stock: null, leadDays: 0, minQuantity: 1, multiple: 1 };
export const action: PlanProduct = {
  ...{ sku: "U-3889316", productCode: "CP.QT.00008540.01", name: "Two years", brand: "DJI", summary: "" },
  ...{ programme: "dji-care-refresh", plan: "care-2y", models: ["osmo-action-4"], soldAs: "code" },
  ...{ ...sold, offer, codeSupply: "minted" },
  prices: [price("EUR", 1, 4_425), price("EUR", 10, 4_000), price("EUR", 1, 3_000, "wholesale")],
};
const oneYear = { ...action, plan: "care-1y" };
export const mavic: Product = {
  ...oneYear,
  sku: "M3",
  models: ["mavic-3"],
  prices: [price("USD", 1, 23_900)],
};
export const spark: PlanProduct = {
  ...{ ...oneYear, sku: "SPARK", models: ["spark"], leadDays: 2 },
  prices: [price("EUR", 1, 5_000), price("PLN", 1, 20_000)],
};
export const renewal: Product = { ...action, sku: "PLUS", plan: "care-plus", soldAs: "renewal" };
export const unpriced: Product = { ...action, prices: [] };
export const screw: Product = {
  ...{ sku: "G-1", productCode: "G.1", name: "A screw", brand: "DJI", summary: "", models: [] },
  ...{ ...sold, weightGrams: 400, soldAs: "goods", programme: null, plan: null, leadDays: 3 },
  offer: { ...offer, stock: 5_000, supplier: "tallinn" },
  prices: [price("EUR", 1, 1_250), price("EUR", 100, 1_000), price("USD", 1, 1_500)],
};
export const rules: CartFacts["delivery"]["rules"] = [
  {
    country: "EE",
    option: "home",
    currency: "EUR",
    priceMinor: 500,
    freeFromMinor: 2_500,
    mostGrams: 1_000_000,
  },
  {
    country: "EE",
    option: "pickup",
    currency: "EUR",
    priceMinor: 350,
    freeFromMinor: 2_500,
    mostGrams: null,
  },
];
export const reseller: ResellerSide = {
  ...{ name: "Shop", regions: ["EU"], currency: "EUR", state: "active", endsOn: null },
  beginsOn: Temporal.PlainDate.from("2026-01-01"),
};

/** A cart from Estonia at retail prices, unless a test says otherwise. */
export type CartGiven = Partial<Omit<CartFacts, "lines" | "tax"> & { readonly total: Money }> & {
  readonly lines: readonly (readonly [Product | undefined, number])[];
  readonly taxRate?: TaxRate;
};

/** What such a cart is decided from. */
export function factsOf({
  lines,
  taxRate,
  ...facts
}: CartGiven): CartFacts & { readonly total: Money | undefined } {
  return {
    ...{ at, country: "EE", groups: ["retail"], reseller: undefined, option: "home", total: undefined },
    terms: lines.some(([product]) => product?.soldAs !== "goods") ? terms : undefined,
    tax: { treatment: "charged", rate: taxRate, vatProof: null },
    delivery: { rules, outside: "Order in the shop of your country." },
    ...facts,
    lines: lines.map(([product, quantity]) => ({ sku: product?.sku ?? "GONE", product, quantity })),
  };
}
