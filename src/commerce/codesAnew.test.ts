import { deepEqual, equal, ok } from "node:assert/strict";
import { before, test } from "node:test";
import { ANN, type BatchShop, batchShop, MIA, orderOf } from "../../test/support/batchShop.ts";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { resellerDesk } from "../../test/support/resellerDesk.ts";
import type { TestApp } from "../../test/support/testApp.ts";

let shop: BatchShop;
let app: TestApp;

before(async () => {
  shop = await batchShop();
  ({ app } = shop);
});

/** Nothing is as it must never be, and codes tie order by order. */
async function sweep(): Promise<void> {
  deepEqual(await invariantSweep(app.database), []);
  const broken = (await app.call(MIA, "GET /v1/ties?onlyBroken=true")).body.data as { what: string }[];
  deepEqual(
    broken.filter(({ what }) => what === "codes"),
    [],
  );
}

test("a lost code is issued anew once, also when asked for twice; the old one is out of use", async () => {
  await shop.takeAll();
  await shop.batchOf(5, { useBy: "2027-06-30" });
  const id = await shop.buy(2);
  const [lost] = await shop.codesOf(id);
  const clear = await shop.clearOf(id);
  const reissue = (as: "staff" | `reseller ${string}` = "staff") =>
    app.call(as, `POST /v1/codes/${lost?.id}/reissue`, {});
  equal((await reissue("reseller other@example.com")).status, 404, "another's code is not there");
  const answers = await Promise.all([reissue(), reissue()]);
  deepEqual(
    answers.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 409],
    JSON.stringify(answers),
  );
  const issued = answers.find(({ status }) => status === 200)?.body;
  equal(issued?.was, lost?.last4);
  equal(JSON.stringify(issued).includes('code":'), false);
  await app.platform.jobs.drained();
  const now = await shop.codesOf(id);
  deepEqual([now.length, now.some((code) => code.id === lost?.id)], [2, false]);
  const old = clear.find((code) => code.endsWith(String(lost?.last4))) ?? "";
  equal((await shop.check(old)).code, "code_refused");
  const fresh = (await shop.clearOf(id)).find((code) => code.endsWith(String(issued?.last4))) ?? "";
  equal((await shop.check(fresh)).product, "care-2y");
  const again = await reissue();
  deepEqual([again.status, again.body.code], [409, "code_not_sold"]);
  const mails = await shop.mailsTo("ann@example.com");
  ok(mails.some((text) => text.includes("in place of yours") && text.includes(fresh)));
  await sweep();
});

test("a used code is not issued anew, and whoever was first wins", async () => {
  const rounds = 8;
  await shop.takeAll();
  await shop.batchOf(rounds);
  const id = await shop.buy(rounds);
  const shown = await shop.codesOf(id);
  for (const [round, code] of (await shop.clearOf(id)).entries()) {
    const named = shown.find(({ last4 }) => code.endsWith(last4));
    const [activated, reissued] = await Promise.all([
      shop.activate(code, `AC4RACE00000${round}`),
      app.call("staff", `POST /v1/codes/${named?.id}/reissue`, {}),
    ]);
    const said = [activated, reissued].map(({ status, body }) => (status < 300 ? "done" : body.code));
    ok(["done,code_has_contract", "code_refused,done"].includes(said.join()), said.join());
  }
  await app.platform.jobs.drained();
  await sweep();
});

test("codes are sent again to their buyer, five times a day, and stand in no event", async () => {
  await shop.takeAll();
  await shop.batchOf(3);
  const id = await shop.buy(1);
  const before = (await shop.mailsTo("ann@example.com")).length;
  const resend = (as: Parameters<TestApp["call"]>[0], body: object = {}) =>
    app.call(as, `POST /v1/orders/${id}/codes/resend`, body);
  const to = { name: "Bea", email: "bea@example.com" };
  equal((await resend(ANN, { to })).status, 400, "only a reseller sends them to somebody else");
  equal((await resend("owner bob@example.com")).status, 404);
  const answers = await Promise.all(Array.from({ length: 8 }, () => resend(ANN)));
  deepEqual(
    answers.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 200, 200, 200, 200, 429, 429, 429],
    JSON.stringify(answers),
  );
  await app.platform.jobs.drained();
  const [code = ""] = await shop.clearOf(id);
  const mails = await shop.mailsTo("ann@example.com");
  ok(mails.length > before && mails.some((text) => text.includes("once more") && text.includes(code)));
  const rows = await ownerQuery(
    app.database,
    "select body::text as text from platform.event union all select body::text from platform.idempotency",
  );
  equal(JSON.stringify(rows).includes(code), false);
});

test("a reseller sends codes to whom it sold them; the address stands in no event", async () => {
  await shop.takeAll();
  await shop.batchOf(3);
  const RITA = "reseller rita@example.com";
  const id = await shop.buy(2, RITA);
  const [, second] = await shop.codesOf(id);
  const to = { name: "Bea", email: "bea@example.com" };
  const sent = await app.call(RITA, `POST /v1/orders/${id}/codes/resend`, { to, codes: [second?.id] });
  deepEqual([sent.status, sent.body], [200, { count: 1, to: "customer" }]);
  await app.platform.jobs.drained();
  const [mail = ""] = await shop.mailsTo("bea@example.com");
  ok(mail.includes(String(second?.last4)) && !mail.includes("/open/"), mail);
  const rows = await ownerQuery(app.database, "select body::text as text from platform.event");
  equal(JSON.stringify(rows).includes("bea@example.com"), false);
});

test("a stolen batch: stock is void, what was sold is issued anew, and no money moves", async () => {
  await shop.takeAll();
  const batch = await shop.batchOf(8);
  const ids = [await shop.buy(2), await shop.buy(1)];
  const held = await shop.place(2);
  const clear = await shop.clearOf(ids[0] ?? "");
  const postings = () => ownerQuery(app.database, "select count(*) as count from money.posting");
  const before = await postings();
  const voided = await app.call(MIA, `POST /v1/code-batches/${batch}/void`, {
    reason: "stolen from the printer",
  });
  equal(voided.body.state, "voided", JSON.stringify(voided.body));
  await app.platform.jobs.drained();
  deepEqual(await postings(), before);
  equal((await shop.countsOf(batch)).void, 8);
  equal((await shop.check(clear[0] ?? "")).code, "code_refused");
  deepEqual(
    (await shop.codesOf(ids[0] ?? "")).map(({ state }) => state),
    ["sold", "sold"],
  );
  equal((await shop.check((await shop.clearOf(ids[0] ?? ""))[0] ?? "")).product, "care-2y");
  await sweep();
  await app.call(ANN, `POST /v1/orders/${held.body.id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  equal((await shop.codesOf(String(held.body.id))).length, 2, "who had paid gets codes all the same");
  await sweep();
  const told = (await shop.settled(`codes?batch=${batch}&state=void`)) as { replacedBy: string | null }[];
  deepEqual([told.length, told.filter(({ replacedBy }) => replacedBy !== null).length], [8, 3]);
});

test("a reseller gets its codes when it opens: sold at once, shown and mailed then", async () => {
  await shop.takeAll();
  await shop.batchOf(4);
  const deliveryHours = { timeZone: "Europe/Tallinn", days: [1, 2, 3, 4, 5], fromHour: 8, toHour: 16 };
  const desk = await resellerDesk(app, { deliveryHours });
  const { body } = await desk.as("buyer", "POST /v1/orders", orderOf(1));
  await app.moveTo("2026-06-05T14:00:00Z");
  await desk.as("buyer", `POST /v1/orders/${body.id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  const order = async () => (await app.call("staff", `GET /v1/orders/${body.id}`)).body;
  deepEqual([(await order()).state, (await order()).codes], ["paid", []]);
  deepEqual((await desk.as("buyer", `POST /v1/orders/${body.id}/codes`, {})).body.data, []);
  await sweep();
  await app.moveTo("2026-06-08T05:00:00Z");
  await app.platform.jobs.drained();
  deepEqual([(await order()).state, ((await order()).codes as object[]).length], ["delivered", 1]);
  ok((await shop.mailsTo("ann@example.com")).some((text) => text.includes("Your plan code")));
  await sweep();
});
