import { deepEqual, equal, match, notEqual } from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";

const ANN = "owner ann@example.com";
let app: TestApp;
before(async () => {
  app = await testApp({ now: "2026-11-21T09:00:00Z" });
});
after(() => app.stop());

const lines = [{ sku: "U-3889316", quantity: 1 }];
const delivery = { option: "email" };
interface Told {
  readonly digest: string;
  readonly text: string;
}
const told = async (more: object = {}): Promise<Told> => {
  const { status, body } = await app.call(ANN, "POST /v1/carts/prices", { lines, country: "PL", ...more });
  equal(status, 200, JSON.stringify(body));
  return body.information as Told;
};
const order = (more: object, buyer: object = {}) =>
  app.call(ANN, "POST /v1/orders", {
    ...{ lines, delivery, buyer: { email: "ann@example.com", name: "Ann", country: "PL", ...buyer } },
    ...more,
  });

test("what the cart tells is what the order keeps, word for word", async () => {
  const { digest, text } = await told();
  match(text, /To pay in all: 44\.25 EUR/);
  match(text, /VAT 23 %, PL: 8\.27 EUR/);
  match(text, /Withdraw from contract here/);
  const placed = await order({ information: digest });
  deepEqual([placed.status, placed.body.information], [201, digest]);
  const kept = await app.call(ANN, `GET /v1/orders/${placed.body.id}/information`);
  deepEqual([kept.body.digest, kept.body.text], [digest, text]);
  const { rows } = await app.platform.database.pool.query(
    "select count(*)::int as n from commerce.shown_information",
  );
  await order({ information: digest });
  const again = await app.platform.database.pool.query(
    "select count(*)::int as n from commerce.shown_information",
  );
  deepEqual(again.rows, rows, "the same words are kept once");
  equal(
    (await app.call("owner bob@example.com", `GET /v1/orders/${placed.body.id}/information`)).status,
    404,
  );
});

test("words that have changed since they were read are refused, and nothing is ordered", async () => {
  const { digest } = await told();
  await app.moveTo("2026-11-22T09:00:00Z");
  notEqual((await told()).digest, digest, "another day, another promise");
  const { status, body } = await order({ information: digest });
  deepEqual([status, body.code], [409, "information_changed"]);
});

test("a business of another member state pays the net price once its number is proved", async () => {
  const vatId = "PL5250000009";
  const before = await told({ vatId });
  match(before.text, /VAT 23 %/, "without a proof it is taxed as everybody");
  await app.call(ANN, "POST /v1/vat-numbers", { vatId, country: "PL" });
  const { text, digest } = await told({ vatId });
  match(text, /reverse charge/);
  match(text, /To pay in all: 35\.98 EUR/);
  const { status, body } = await order({ information: digest }, { vatId });
  equal(status, 201, JSON.stringify(body));
  deepEqual((body.totals as { gross: object; net: object }).gross, { amount: 3598, currency: "EUR" });
  await app.call(ANN, `POST /v1/orders/${body.id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  const { data } = (await app.call(ANN, `GET /v1/orders/${body.id}/invoices`)).body as {
    data: { isReverseCharge: boolean; vatId: string; tax: { amount: number } }[];
  };
  deepEqual(
    data.map(({ isReverseCharge, vatId: theirs, tax }) => [isReverseCharge, theirs, tax.amount]),
    [[true, vatId, 0]],
  );
});

test("a business that has no number is told what everybody is, by the cart and by the order", async () => {
  const { digest, text } = await told();
  match(text, /Withdraw from contract here/);
  const { status, body } = await order({ information: digest }, { company: "Kite OÜ" });
  deepEqual([status, body.information], [201, digest], JSON.stringify(body));
});

test("in the seller's own country, and with a number that is not valid, tax is charged", async () => {
  await app.call(ANN, "POST /v1/vat-numbers", { vatId: "EE100000010", country: "EE" });
  match((await told({ country: "EE", vatId: "EE100000010" })).text, /VAT 2\d %, EE/);
  await app.call(ANN, "POST /v1/vat-numbers", { vatId: "DE111111125", country: "DE" });
  match((await told({ country: "DE", vatId: "DE111111125" })).text, /VAT 19 %, DE/);
});
