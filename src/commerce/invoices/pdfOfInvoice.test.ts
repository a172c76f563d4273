import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { wordsInPdf } from "../../../test/support/wordsInPdf.ts";
import { SAMPLE_SELLER } from "../../platform/index.ts";
import { creditFigures, invoiceFigures } from "./figuresOf.ts";
import { type Invoice, numberText } from "./invoice.ts";
import type { OrderToBill, RefundToCredit } from "./orderToBill.ts";
import { factsOf, pdfOfInvoice } from "./pdfOfInvoice.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const order: OrderToBill = {
  ...{ orderId: "01hzyx", chargeNo: 1, count: 0, buyerId: "p", country: "PL", vatId: "PL5260001246" },
  ...{ currency: "EUR", purchaseOrder: "PO-7", treatment: "charged", amountMinor: 9350, provider: "invoice" },
  ...{ reference: "RF18 1234", dueOn: day("2026-12-05") },
  lines: [
    {
      ...{ no: 1, kind: "plan", name: "Care, two years", sku: "U-3889316", quantity: 2, unitNetMinor: 3598 },
      ...{ netMinor: 7196, taxMinor: 1654, taxKind: "vat", taxRateBasisPoints: 2300 },
    },
    {
      ...{ no: 2, kind: "delivery", name: null, sku: null, quantity: 1, unitNetMinor: null },
      ...{ netMinor: 407, taxMinor: 93, taxKind: "vat", taxRateBasisPoints: 2300 },
    },
  ],
};
const about = { seller: SAMPLE_SELLER, issuedOn: day("2026-11-21") };
const kept: Invoice = {
  ...{ orderId: "01hzyx", no: 1, kind: "invoice", series: "INV", year: 2026, number: 17, chargeNo: 1 },
  ...{ refundNo: null, corrects: null, buyerId: "p", currency: "EUR", netMinor: 7603, taxMinor: 1747 },
  ...{
    issuedAt: Temporal.Instant.from("2026-11-21T10:00:00Z"),
    issuedOn: about.issuedOn,
    dueOn: order.dueOn,
  },
  figures: invoiceFigures(order, about),
};
const buyer = { name: "Łucja Żak", address: { line1: "Długa 1", postcode: "00-001", city: "Warszawa" } };

test("an invoice has all that the law of the Union asks for, as words that can be read", async () => {
  const words = wordsInPdf(await pdfOfInvoice(kept, buyer));
  for (const wanted of [
    /Invoice INV-2026-000017/,
    /Sample Seller OÜ/,
    /1 Sample Street/,
    /VAT number: EE100000007/,
    /Łucja Żak/,
    /Długa 1/,
    /00-001 Warszawa/,
    /VAT number: PL5260001246/,
    /Issued on: 2026-11-21/,
    /Your order number: PO-7/,
    /To be paid by: 2026-12-05/,
    /Write on the transfer: RF18 1234/,
    /Care, two years \(U-3889316\)\s+2\s+35\.98 EUR\s+23 %\s+71\.96 EUR\s+16\.54 EUR/,
    /Delivery\s+1\s+23 %\s+4\.07 EUR\s+0\.93 EUR/,
    /VAT 23 %, PL on 76\.03 EUR: 17\.47 EUR/,
    /Total: 93\.50 EUR/,
    /Page 1 of 1/,
  ]) {
    match(words, wanted);
  }
});

test("a business's invoice names the business, and whoever bought for it", async () => {
  const words = wordsInPdf(await pdfOfInvoice(kept, { ...buyer, company: "Żuraw Sp. z o.o." }));
  match(words, /Żuraw Sp\. z o\.o\.\n[\s\S]*Łucja Żak/);
  const twice = { ...buyer, company: buyer.name };
  equal(wordsInPdf(await pdfOfInvoice(kept, twice)).split(buyer.name).length, 2, "it is named once");
});

test("its bytes are the same whenever it is printed", async () => {
  const [first, second] = [await pdfOfInvoice(kept, buyer), await pdfOfInvoice(kept, buyer)];
  equal(first.compare(second), 0);
});

test("under reverse charge the words stand on it, and no tax", async () => {
  const lines = order.lines.map((line) => ({
    ...{ ...line, taxMinor: 0, taxKind: "none" as const, taxRateBasisPoints: 0 },
  }));
  const figures = invoiceFigures({ ...order, treatment: "reverse_charge", amountMinor: 7603, lines }, about);
  const words = wordsInPdf(await pdfOfInvoice({ ...kept, figures, taxMinor: 0 }, buyer));
  match(words, /Reverse charge: VAT is to be accounted for by the recipient/);
  match(words, /Total: 76\.03 EUR/);
});

test("a hundred lines go over pages, each with its number", async () => {
  const [first] = order.lines;
  const lines = Array.from({ length: 100 }, (_, place) => ({
    ...first,
    no: place + 1,
  })) as OrderToBill["lines"];
  const figures = invoiceFigures({ ...order, lines, amountMinor: 100 * 8850 }, about);
  const words = wordsInPdf(await pdfOfInvoice({ ...kept, figures }, buyer));
  equal(words.split("U-3889316").length - 1, 100);
  match(words, /INV-2026-000017 · Page 3 of 3/);
});

test("a credit note takes back what its refund gives, line by line, and names what it corrects", () => {
  const refund: RefundToCredit = {
    ...{ ...order, refundNo: 3, reason: "withdrawal", amountMinor: 4925, corrects: 1 },
    ...{ series: "INV", year: 2026, number: 17, issuedOn: about.issuedOn },
    credited: [
      { lineNo: 1, pieces: 1, netMinor: 3598, taxMinor: 827, taxKind: "vat" },
      { lineNo: null, pieces: 0, netMinor: 500, taxMinor: 0, taxKind: "none" },
    ],
  };
  const figures = creditFigures(refund, about);
  deepEqual(
    figures.lines.map(({ name, quantity, netMinor, taxMinor }) => [name, quantity, netMinor, taxMinor]),
    [
      ["Care, two years", 1, 3598, 827],
      ["Reduction", 1, 500, 0],
    ],
  );
  const told = new Map(factsOf({ ...kept, kind: "credit_note", dueOn: null, figures }));
  equal(told.get("Corrects"), `${numberText(kept)} of 2026-11-21`);
  equal(told.get("Because"), "the buyer withdrew");
});
