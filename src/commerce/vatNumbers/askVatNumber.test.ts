import { deepEqual, equal, match } from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { vatNumberOf } from "./vatStore.ts";

let app: TestApp;
before(async () => {
  app = await testApp({ now: "2026-11-21T23:00:00Z" });
});
after(() => app.stop());

const ask = (vatId: string, country = vatId.slice(0, 2)) =>
  app.call("public", "POST /v1/vat-numbers", { vatId, country });

test("a number that the register has is proved while its buyer waits, and its proof is kept", async () => {
  const { status, body } = await ask("DE136695976");
  equal(status, 200);
  deepEqual([body.state, body.isProved], ["valid", true]);
  const kept = await vatNumberOf(app.platform.database, "DE136695976");
  match(kept?.proof ?? "", /^TEST-DE136695976-/);
});

test("one it does not have is not", async () => {
  const { body } = await ask("DE111111125");
  deepEqual([body.state, body.isProved], ["not_valid", false]);
});

test("a wrong form, wrong checks and another country are told at the field, with the way out", async () => {
  for (const [vatId, country, code] of [
    ["DE136695977", "DE", "wrong_vat_number"],
    ["DE1366959", "DE", "wrong_vat_number"],
    ["ATU13585627", "DE", "vat_number_of_another_country"],
  ] as const) {
    const { status, body } = await ask(vatId, country);
    equal(status, 400);
    const [fault] = body.errors as { pointer: string; code: string; detail: string }[];
    equal(JSON.stringify(body).includes("/vatId"), true, JSON.stringify(body));
    equal(JSON.stringify(body).includes(code), true, JSON.stringify(fault));
    equal(await vatNumberOf(app.platform.database, vatId), undefined, "nothing was written");
  }
});

test("while its register is away it is asked again by itself, and proved in the morning", async () => {
  const { status, body } = await ask("FR40303265045");
  deepEqual([status, body.state, body.isProved], [200, "unproved", false]);
  // It is asked again while somebody buys with it.
  const buyer = { email: "f@example.com", name: "F", country: "FR", vatId: "FR40303265045" };
  const placed = await app.call("public", "POST /v1/orders", {
    ...{ lines: [{ sku: "U-3889316", quantity: 1 }], buyer, delivery: { option: "email" } },
  });
  equal(placed.status, 201, "it holds nobody's order up");
  const { nameTold } = (await vatNumberOf(app.platform.database, "FR40303265045")) ?? {};
  equal(nameTold, null, "a person's name stands with the person alone");
  await app.moveTo("2026-11-22T12:00:00Z");
  await app.platform.jobs.drained();
  equal((await vatNumberOf(app.platform.database, "FR40303265045"))?.state, "valid");
});

test("a proof is asked for anew after 90 days, and a business that was struck off loses it", async () => {
  equal((await ask("EL094259216", "GR")).body.state, "valid");
  await app.platform.database.pool.query(
    `insert into commerce.reseller (reseller_id, name, email, country, vat_id, customer_group, regions,
       currency, begins_on, created_at)
     values ('r-greek', 'G', 'g@example.com', 'GR', 'EL094259216', 'wholesale', '{EU}', 'EUR',
       '2026-01-01', now())`,
  );
  await app.moveTo("2027-02-25T09:00:00Z");
  await app.platform.jobs.drained();
  equal((await vatNumberOf(app.platform.database, "EL094259216"))?.state, "not_valid");
});
