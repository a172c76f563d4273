import { deepEqual, doesNotMatch, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { SAMPLE_SELLER } from "../../platform/index.ts";
import { type InformationFacts, precontractInformation } from "./precontractInformation.ts";
import { printInformation } from "./printInformation.ts";

const money = (amount: number) => ({ amount, currency: "EUR" });
const plan = {
  title: "DJI Care Refresh",
  region: "EU",
  view: {
    ...{ length: "24 months", replacements: 2, termsVersion: "2025-06" },
    fees: [
      { model: "a", region: "EU", fees: [{ nth: 1, fee: money(2500), clause: "fee" }] },
      { model: "b", region: "EU", fees: [{ nth: 1, fee: money(2500), clause: "fee" }] },
      { model: "a", region: "US", fees: [{ nth: 1, fee: money(9900), clause: "fee" }] },
    ],
    notCovered: [
      { clause: "c", number: "4.2", title: "Stolen", html: "<p>Loss &amp; theft <em>of any kind</em>.</p>" },
    ],
  },
};
const facts: InformationFacts = {
  ...{ seller: SAMPLE_SELLER, brand: "Care", isReverseCharge: false, isBusiness: false, hasRight: true },
  lines: [
    { name: "Care, two years", quantity: 2, unit: money(4425), sum: money(8850), plan },
    { name: "A <strap>", quantity: 1, unit: money(900), sum: money(900), plan: null },
  ],
  delivery: { option: "home", price: money(500), promisedOn: "2026-11-25" },
  taxes: [{ kind: "vat", rateBasisPoints: 2300, country: "PL", netMinor: 8333, taxMinor: 1917 }],
  net: money(8333),
  total: money(10_250),
  withdrawalHtml: "<p>You may give the plan up within 14 days.</p>",
};
const told = (more: Partial<InformationFacts> = {}) =>
  printInformation(precontractInformation({ ...facts, ...more }));

test("everything a buyer has to know stands there, once", () => {
  const { text } = told();
  for (const words of [
    /2 × Care, two years, 44\.25 EUR each: 88\.50 EUR/,
    /24 months/,
    /Replacement 1: 25\.00 EUR/,
    /4\.2 Stolen: Loss & theft of any kind\./,
    /version 2025-06/,
    /VAT 23 %, PL: 19\.17 EUR/,
    /To pay in all: 102\.50 EUR/,
    /by 2026-11-25\. Delivery: 5\.00 EUR/,
    /give the plan up within 14 days/,
    /give goods back without a reason/,
    /Withdraw from contract here/,
    /Sample Seller OÜ, 1 Sample Street/,
    /EE100000007/,
  ]) {
    match(text, words);
  }
  doesNotMatch(text, /99\.00/, "no fees of another region");
  ok(text.split("Replacement 1").length === 2, "fees that are alike are told once");
});

test("a business is told that it has no right to withdraw, and who accounts for the tax", () => {
  const { text } = told({ isBusiness: true, isReverseCharge: true, taxes: [] });
  match(text, /reverse charge/);
  match(text, /right of consumers to withdraw does not hold/);
  doesNotMatch(text, /fourteen days/);
});

test("without a right, and without a seller, it says so", () => {
  const { text } = told({ hasRight: false, seller: undefined });
  match(text, /gives no right to withdraw/);
  match(text, /Who sells\n-+\nCare\./);
});

test("the page has the same words as the text, with marks escaped", () => {
  const { html, text } = told();
  match(html, /A &lt;strap&gt;/);
  const words = html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");
  const flat = (some: string) =>
    some
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&")
      .replaceAll("&quot;", '"')
      .match(/[\p{L}\d]+/gu);
  deepEqual(flat(words), flat(text));
});
