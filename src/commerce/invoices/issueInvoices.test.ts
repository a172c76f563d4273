import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { readPublicId } from "../../platform/index.ts";
import { numberText } from "./invoice.ts";
import { invoicesOfOrder } from "./invoiceStore.ts";

const ANN = "owner ann@example.com";
let app: TestApp;
before(async () => {
  app = await testApp({ now: "2026-11-21T09:00:00Z" });
});
after(() => app.stop());

async function place(quantity = 1): Promise<string> {
  const buyer = { email: "ann@example.com", name: "Ann", country: "PL" };
  const lines = [{ sku: "U-3889316", quantity }];
  const placed = await app.call(ANN, "POST /v1/orders", { lines, buyer, delivery: { option: "email" } });
  equal(placed.status, 201, JSON.stringify(placed.body));
  return String(placed.body.id);
}
async function bought(quantity = 1): Promise<string> {
  const id = await place(quantity);
  await app.call(ANN, `POST /v1/orders/${id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  return id;
}
const invoicesOf = (id: string) =>
  invoicesOfOrder(app.platform.database, readPublicId("ord", id)?.rootId ?? "");

describe("an invoice", () => {
  test("follows the money, with the figures of the charge", async () => {
    const unpaid = await place();
    const id = await bought(2);
    deepEqual(await invoicesOf(unpaid), []);
    const [invoice, ...more] = await invoicesOf(id);
    deepEqual(more, []);
    ok(invoice !== undefined);
    equal(numberText(invoice), "INV-2026-000001");
    equal(invoice.netMinor + invoice.taxMinor, 8850);
    deepEqual(
      invoice.figures.taxes.map(({ kind, rateBasisPoints, country }) => [kind, rateBasisPoints, country]),
      [["vat", 2300, "PL"]],
    );
    deepEqual([invoice.figures.suppliedOn, invoice.figures.paidBy], ["2026-11-21", "test payment"]);
    equal(invoice.figures.seller.vatId, "EE100000007");
    ok(!JSON.stringify(invoice.figures).includes("Ann"), "what is personal is in the person's row alone");
  });

  test("is corrected by a credit note for each refund, as soon as it is agreed to", async () => {
    const id = await bought(5);
    const back = { reason: "device-returned", deviceReturned: true };
    const { codes } = (await app.call(ANN, `GET /v1/orders/${id}`)).body as { codes: { last4: string }[] };
    const [first, ...rest] = codes.map(({ last4 }) => last4);
    await app.call("staff", `POST /v1/orders/${id}/return`, { ...back, codes: [first] });
    await app.platform.jobs.drained();
    const [invoice, note] = await invoicesOf(id);
    equal(note?.kind, "credit_note");
    deepEqual([note?.corrects, note && numberText(note)], [invoice?.no, "CN-2026-000001"]);
    equal((note?.netMinor ?? 0) + (note?.taxMinor ?? 0), 4425);
    // Above the limit it waits for a second person, and so does its note.
    const asked = await app.call("staff", `POST /v1/orders/${id}/return`, { ...back, codes: rest });
    const { id: refund, state } = asked.body.refund as { id: string; state: string };
    equal(state, "requested");
    await app.platform.jobs.drained();
    equal((await invoicesOf(id)).length, 2);
    await app.call("manager", `POST /v1/refunds/${refund}/approval`, {
      decision: "approve",
      reason: "right",
    });
    await app.platform.jobs.drained();
    const all = await invoicesOf(id);
    deepEqual(
      all.map(({ kind }) => kind),
      ["invoice", "credit_note", "credit_note"],
    );
    const credited = all.slice(1).reduce((sum, one) => sum + one.netMinor + one.taxMinor, 0);
    equal(credited, 5 * 4425);
    deepEqual(await violationsIn(app.database as TestDatabase), []);
  });

  test("of fifty orders at once have the next fifty numbers, and nothing twice", async () => {
    const numbers = async () => {
      const { rows } = await app.platform.database.pool.query(
        "select number from commerce.invoice where kind = 'invoice' order by number",
      );
      return rows.map(({ number }: { number: number }) => number);
    };
    const start = (await numbers()).length;
    const ids = await Promise.all(Array.from({ length: 50 }, () => place()));
    await Promise.all(
      ids.map((id) => app.call(ANN, `POST /v1/orders/${id}/payment`, { method: "test_success" })),
    );
    await app.platform.jobs.drained();
    const given = await numbers();
    equal(given.length, start + 50);
    deepEqual(
      given,
      Array.from({ length: given.length }, (_, place) => place + 1),
    );
  });
});

test("a sequence, the control, leaves gaps where a transaction is rolled back", async () => {
  const { pool } = app.platform.database;
  const client = await pool.connect();
  try {
    await client.query("create temporary sequence control");
    const next = async () => Number((await client.query("select nextval('control') as n")).rows[0].n);
    await client.query("begin");
    await next();
    await client.query("rollback");
    equal(await next(), 2, "the number one is lost");
  } finally {
    client.release();
  }
});

test("while nobody is set who sells there are no invoices and no number is taken", async () => {
  const silent = await testApp({
    settings: { publicUrl: "https://care.example.com", testPayments: "on" },
    clock: "system",
  });
  const buyer = { email: "ann@example.com", name: "Ann", country: "PL" };
  const placed = await silent.call(ANN, "POST /v1/orders", {
    ...{ lines: [{ sku: "U-3889316", quantity: 1 }], buyer, delivery: { option: "email" } },
  });
  const id = String(placed.body.id);
  await silent.call(ANN, `POST /v1/orders/${id}/payment`, { method: "test_success" });
  await silent.platform.jobs.drained();
  equal((await silent.call(ANN, `GET /v1/orders/${id}`)).body.state, "delivered");
  const { rows } = await silent.platform.database.pool.query("select * from commerce.invoice_series");
  deepEqual(rows, []);
  await silent.stop();
});
