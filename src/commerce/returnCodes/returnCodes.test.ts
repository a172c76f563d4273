import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type Answer, type TestApp, testApp } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { listMail } from "../../platform/index.ts";

const ANN = "owner ann@example.com";
const back = { reason: "device-returned", deviceReturned: true };

let app: TestApp;
before(async () => {
  app = await testApp({ now: "2026-11-21T09:00:00Z" });
});
after(() => app.stop());

/** A paid order of Ann's, with its codes in clear. */
async function bought(quantity: number, vatId?: string): Promise<{ id: string; codes: string[] }> {
  const buyer = { email: "ann@example.com", name: "Ann", country: "DE", ...(vatId && { vatId }) };
  const lines = [{ sku: "U-3889316", quantity }];
  const placed = await app.call(ANN, "POST /v1/orders", { lines, buyer, delivery: { option: "email" } });
  equal(placed.status, 201, JSON.stringify(placed.body));
  const id = String(placed.body.id);
  await app.call(ANN, `POST /v1/orders/${id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  const { body } = await app.call(ANN, `POST /v1/orders/${id}/codes`);
  return { id, codes: (body.data as { code: string }[]).map(({ code }) => code) };
}

let serials = 0;
const activate = (code = ""): Promise<Answer> => {
  serials += 1;
  return app.call("integrator", "POST /v1/activations", {
    ...{ code, serial: `AC4RET${String(serials).padStart(6, "0")}` },
    device: { activatedAt: "2026-11-20T09:00:00Z", region: "EU" },
    holder: { name: "Ann", email: "ann@example.com" },
  });
};
const giveBack = (id: string, body: object = back, as: Parameters<TestApp["call"]>[0] = "staff") =>
  app.call(as, `POST /v1/orders/${id}/return`, body);
const last4 = (code = ""): string => code.replaceAll(/[^0-9A-Z]/g, "").slice(-4);
const codesOf = async (id: string) =>
  (await app.call(ANN, `GET /v1/orders/${id}`)).body.codes as { last4: string; state: string }[];

describe("codes that come back", () => {
  test("are out of use and paid back in one go; the letter says which, and when", async () => {
    const { id, codes } = await bought(4);
    const wanted = codes.slice(0, 2).map(last4);
    const shown = await app.call("staff", `POST /v1/orders/${id}/return?dryRun=true`, {
      ...back,
      codes: wanted,
    });
    equal((shown.body.refund as { amount: { amount: number } }).amount.amount, 2 * 4425);
    const { status, body } = await giveBack(id, { ...back, codes: wanted });
    equal(status, 200, JSON.stringify(body));
    await app.platform.jobs.drained();
    const { id: refund } = body.refund as { id: string };
    equal((await app.call("staff", `GET /v1/refunds/${refund}`)).body.state, "paid");
    deepEqual((await codesOf(id)).length, 2, "those that are left");
    for (const code of codes.slice(0, 2)) {
      const refused = await activate(code);
      deepEqual([refused.status, refused.body.code], [409, "code_refused"]);
    }
    equal((await activate(codes[2])).status, 201, "another one is good as before");
    const again = await giveBack(id, { ...back, codes: wanted });
    deepEqual([again.status, again.body.code], [409, "nothing_to_return"]);
    const mail = (await listMail(app.platform.config.dataFolder)).map(({ subject }) => subject);
    ok(
      mail.some((subject) => /taken back 2 codes/.test(subject)),
      mail.join("; "),
    );
  });

  test("but a used one is given up as its contract, and one of another order is unknown", async () => {
    const { id, codes } = await bought(1);
    const { contract } = (await activate(codes[0])).body as { contract: { id: string } };
    const used = await giveBack(id, { ...back, codes: codes.map(last4) });
    deepEqual([used.status, used.body.code], [409, "code_has_contract"]);
    match(String(used.body.next), new RegExp(contract.id));
    equal((await giveBack(id)).body.code, "nothing_to_return");
    equal((await giveBack(id, { ...back, codes: ["ZZZZ"] })).body.code, "code_not_of_order");
  });

  test("are refused where neither terms nor law pay them back, and stay good", async () => {
    // The law lets consumers withdraw; who buys as a business has the terms alone.
    const { id, codes } = await bought(1, "DE136695976");
    const own = await giveBack(id, { reason: "no-longer-wanted" }, ANN);
    deepEqual([own.status, own.body.code], [409, "return_refused"]);
    equal((await giveBack(id, back, ANN)).status, 403, "she does not say that the device went back");
    equal((await giveBack(id, back, "reseller")).status, 404, "it is not this reseller's order");
    equal((await activate(codes[0])).status, 201);
  });

  test("are good again when the refund is declined", async () => {
    const { id, codes } = await bought(3);
    const { body } = await giveBack(id);
    const { id: refund, state } = body.refund as { id: string; state: string };
    equal(state, "requested");
    equal((await activate(codes[0])).status, 409);
    const decision = { decision: "decline", reason: "the device is not here" };
    equal((await app.call("manager", `POST /v1/refunds/${refund}/approval`, decision)).status, 200);
    await app.platform.jobs.drained();
    equal((await activate(codes[0])).status, 201);
    equal((await giveBack(id)).status, 200, "the others can come back later");
  });

  test("while somebody activates them: each becomes a contract or is paid back, never both", async () => {
    const { id, codes } = await bought(12);
    const answers = await Promise.all(
      codes.flatMap((code) => [activate(code), giveBack(id, { ...back, codes: [last4(code)] })]),
    );
    const won = answers.filter(({ status }) => status < 300).length;
    equal(won, codes.length, JSON.stringify(answers.map(({ status, body }) => [status, body.code])));
    await app.platform.jobs.drained();
    deepEqual(await violationsIn(app.database as TestDatabase), []);
  });
});
