import { match } from "node:assert/strict";
import { test } from "node:test";
import { wordsInPdf } from "../../../../test/support/wordsInPdf.ts";
import type { StatementLine } from "./statement.ts";
import { statementPdf } from "./statementPdf.ts";

test("a statement has every letter of its reseller's name, what moved, and where it ends", async () => {
  const rootId = "01hzyx";
  const line: StatementLine = {
    ...{ at: "2026-11-20T10:30:00Z", kind: "top_up", account: "balance", orderId: null, rootId },
    ...{ amountMinor: 5_000, afterMinor: 12_000, source: "charge/1/captured" },
  };
  const statement = {
    ...{ month: "2026-11", opening: { balance: 7_000, invoice: -300 }, lines: [line] },
    closing: { balance: 12_000, invoice: -300 },
  };
  const words = wordsInPdf(await statementPdf(statement, { name: "Łódź Foto", currency: "EUR" }, "Žiogas"));
  for (const wanted of [
    /Statement of Łódź Foto, 2026-11/,
    /Žiogas/,
    /70\.00 EUR on the balance, 3\.00 EUR open on invoices/,
    /2026-11-20 10:30 +Top-up +Balance +50\.00 EUR +120\.00 EUR/,
    /At the end: 120\.00 EUR/,
  ]) {
    match(words, wanted);
  }
});
