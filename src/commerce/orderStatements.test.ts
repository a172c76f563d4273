import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { countStatements } from "../../test/support/allStatements.ts";
import { heldReads } from "../../test/support/heldReads.ts";
import { testApp } from "../../test/support/testApp.ts";

const LANES = 8;
const ORDERS = 48;
/** Of an order from its placing until its codes, its invoice and its letter are out. */
const MOST = 30;

test("an order is thirty statements with all that follows, where eight are placed at a time", async () => {
  const app = await testApp({ now: "2026-06-01T10:00:00Z" });
  const buyer = { email: "ann@example.com", name: "Ann Tamm", country: "EE" };
  const order = { lines: [{ sku: "U-3889316", quantity: 1 }], buyer, delivery: { option: "email" } };
  const buy = async (): Promise<void> => {
    const placed = await app.call("reseller", "POST /v1/orders", order);
    const paid = await app.call("reseller", `POST /v1/orders/${placed.body.id}/payment`, {
      method: "test_success",
    });
    deepEqual([placed.status, paid.status, paid.body.state], [201, 200, "captured"]);
  };
  const buyMany = async (each: number): Promise<void> => {
    const lane = async (): Promise<void> => {
      for (let no = 0; no < each; no += 1) {
        await buy();
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    await app.platform.jobs.drained();
  };
  await buyMany(1);
  const counting = countStatements(heldReads);
  await buyMany(ORDERS / LANES);
  const each = counting.stop() / ORDERS;
  equal(each <= MOST, true, `it sent ${each}`);
  const { rows } = await app.platform.database.pool.query(
    `select (select count(*)::integer from contracts.code where delivered_at is not null) as codes,
            (select count(*)::integer from commerce.invoice) as invoices,
            (select count(*)::integer from notices.message where state = 'sent') as letters`,
  );
  const all = ORDERS + LANES;
  deepEqual(rows, [{ codes: all, invoices: all, letters: all }]);
  await app.stop();
});
