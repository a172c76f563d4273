import type { TaxSum } from "./taxSums.ts";

const en = {
  taxNames: { none: "Tax", vat: "VAT", gst: "GST", sales_tax: "Sales tax", other: "Tax" },
  taxAt: (name: string, rate: string, country: string) => `${name} ${rate} %, ${country}`,
} as const;

/** What a tax is called: `VAT 23 %, PL`. A rate nobody knows is left out. Pure. */
export function taxWords({
  kind,
  rateBasisPoints,
  country,
}: Pick<TaxSum, "kind" | "rateBasisPoints" | "country">): string {
  const name = en.taxNames[kind];
  return rateBasisPoints === null ? name : en.taxAt(name, percent(rateBasisPoints), country);
}

/** Hundredths of a percent as people write them: `8.5`. */
export function percent(basisPoints: number): string {
  const [whole, hundredths] = [Math.floor(basisPoints / 100), basisPoints % 100];
  return hundredths === 0 ? `${whole}` : `${whole}.${String(hundredths).padStart(2, "0").replace(/0$/, "")}`;
}
