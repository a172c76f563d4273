import { deepEqual } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { line, type OtherShop, otherShop, paid, RESELLER, refund } from "../../../test/support/otherShop.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";

let app: TestApp;
let shop: OtherShop;

before(async () => {
  app = await testApp({ now: "2026-11-21T09:00:00Z" });
  shop = await otherShop(app);
});

describe("a shop elsewhere", () => {
  test("has an order of a customer where the plan is not for: it waits, and orders nothing", async () => {
    const to = (country_code: string, minute: number) =>
      paid(13, [line(131, 1)], {
        ...{ shipping_address: { country_code }, updated_at: `2026-11-21T09:0${minute}:00Z` },
      });
    await shop.tell("orders/paid", to("US", 1));
    deepEqual(await shop.codesOf(13), {});
    const [waiting] = await shop.messagesOf(13);
    deepEqual(
      [waiting?.state, waiting?.outcome, waiting?.details],
      ["waiting", "country_outside", { country: "US" }],
    );
    await shop.tell("orders/paid", to("FI", 2));
    deepEqual(await shop.codesOf(13), { sold: 1 });
  });

  test("is paid back what the terms say, and nothing of a business's plan whose device stays", async () => {
    const vat = "update commerce.reseller set vat_id = $2 where reseller_id = $1";
    await ownerQuery(app.database, vat, [RESELLER, "EE100931558"]);
    await shop.tell("orders/paid", paid(12, [line(121, 1), line(122, 1, "MUG")]));
    deepEqual(await shop.codesOf(12), { sold: 1 });
    await shop.tell("refunds/create", refund(1201, 12, { 121: 1 }), { id: "alone" });
    deepEqual(await shop.codesOf(12), { sold: 1 }, "the code is good as before");
    const waits = (await shop.messagesOf(12)).find(({ id }) => id === "alone");
    deepEqual(
      [waits?.state, waits?.outcome, waits?.details.refusal],
      ["waiting", "refund_refused", "return_refused"],
    );
    await shop.tell("refunds/create", refund(1202, 12, { 122: 1 }));
    deepEqual(await shop.codesOf(12), { void: 1 }, "what it was sold with came back, too");
    deepEqual(new Set((await shop.messagesOf(12)).map(({ state }) => state)), new Set(["done"]));
    const [credited] = await ownerQuery<{ decided: boolean }>(
      app.database,
      `select line.receipt is not null as decided from money.refund_line as line
         join commerce.shop_sale as s on s.order_id = line.root_id where s.shop_order = '12'`,
    );
    deepEqual(credited, { decided: true });
    const papers = await ownerQuery<{ kind: string; to: string }>(
      app.database,
      `select i.kind, o.reseller_id as to from commerce.invoice as i
         join commerce.order as o using (order_id) join commerce.shop_sale as s using (order_id)
        where s.shop_order = '12' order by i.kind desc`,
    );
    deepEqual(papers, [
      { kind: "invoice", to: RESELLER },
      { kind: "credit_note", to: RESELLER },
    ]);
    deepEqual(await violationsIn(app.database as TestDatabase), []);
  });
});
