import { deepEqual, equal, ok } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { type ResellerDesk, resellerDesk } from "../../../test/support/resellerDesk.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";

const OWNER = { name: "Zebediah Quux", email: "zebediah@quux.example" };
const SERIAL = "AC4WHOHASIT1";

let app: TestApp;
let desk: ResellerDesk;
let other: ResellerDesk;
before(async () => {
  app = await testApp({ now: "2026-11-21T09:00:00Z" });
  desk = await resellerDesk(app);
  other = await resellerDesk(app, { name: "Elsewhere", email: "office@elsewhere.example" });
});

interface Row {
  readonly id: string;
  readonly last4: string;
  readonly state: string;
  readonly contract: string | null;
}

/** An order of the desk's that is paid, with its codes in clear. */
async function bought(quantity: number): Promise<{ id: string; codes: string[] }> {
  const placed = await desk.as("buyer", "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity }],
    buyer: { email: "office@northlight.example", name: "Northlight", country: "EE" },
    delivery: { option: "email" },
  });
  equal(placed.status, 201, JSON.stringify(placed.body));
  const id = String(placed.body.id);
  await desk.as("buyer", `POST /v1/orders/${id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  const { body } = await desk.as("buyer", `POST /v1/orders/${id}/codes`);
  return { id, codes: (body.data as { code: string }[]).map(({ code }) => code) };
}
const activate = (code = "", serial = SERIAL) =>
  app.call("integrator", "POST /v1/activations", {
    ...{ code, serial, holder: OWNER, device: { activatedAt: "never", region: "EU" } },
  });
const rowsOf = async (query: string, whose = desk): Promise<Row[]> => {
  const { status, body } = await whose.as("viewer", `GET /v1/codes?${query}`);
  equal(status, 200, JSON.stringify(body));
  return body.data as Row[];
};

describe("the codes of a reseller", () => {
  test("are listed with states and dates, not with who used one; the office sees its contract", async () => {
    const { id, codes } = await bought(3);
    const used = await activate(codes[0]);
    equal(used.status, 201, JSON.stringify(used.body));
    const { contract } = used.body as { contract: { id: string; device?: { id: string } } };
    const rows = await rowsOf(`order=${id}`);
    deepEqual(rows.map(({ state }) => state).toSorted(), ["redeemed", "sold", "sold"]);
    const shown = await desk.as(
      "viewer",
      `GET /v1/codes/${rows.find(({ state }) => state === "redeemed")?.id}`,
    );
    const device = contract.id.split("_")[1] ?? "none";
    const csv = await app.http.inject({
      ...{ method: "GET", url: `/v1/codes?order=${id}&format=csv` },
      headers: { authorization: await app.authorization("staff") },
    });
    ok(csv.body.includes(contract.id), "the office's file says what a code became");
    // Every field of every answer a reseller is given: whose it is, on which device, under which contract.
    for (const told of [JSON.stringify(rows), JSON.stringify(shown.body)]) {
      for (const secret of [OWNER.name, "Zebediah", OWNER.email, SERIAL, contract.id, device, ...codes]) {
        ok(!told.includes(secret), `${secret} is told`);
      }
    }
    const { body } = await app.call("staff", `GET /v1/codes?order=${id}&state=redeemed`);
    deepEqual(
      (body.data as Row[]).map((row) => row.contract),
      [contract.id],
    );
    deepEqual(
      (shown.body.history as { step: string }[]).map(({ step }) => step),
      ["sold", "delivered", "revealed", "redeemed"],
    );
  });

  test("are found by state, product, last four and day, page by page, and are nobody else's", async () => {
    const { id, codes } = await bought(5);
    const [first] = await rowsOf(`order=${id}&limit=1`);
    const last4 = first?.last4 ?? "";
    ok((await rowsOf(`last4=${last4}`)).every((row) => row.last4 === last4));
    equal((await rowsOf(`order=${id}&sku=U-3889316&state=sold&since=2026-11-21T00:00:00Z`)).length, 5);
    equal((await rowsOf(`order=${id}&since=2026-11-22T00:00:00Z`)).length, 0);
    const seen: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const cursor: string = after === "" ? "" : `&after=${after}`;
      const { body } = await desk.as("viewer", `GET /v1/codes?order=${id}&limit=2${cursor}`);
      seen.push(...(body.data as Row[]).map((row) => row.id));
      after = body.nextCursor as string | null;
    }
    deepEqual([seen.length, new Set(seen).size], [5, 5]);
    deepEqual(await rowsOf("", other), []);
    equal((await other.as("viewer", `GET /v1/codes/${first?.id}`)).status, 404);
    equal((await desk.as("viewer", "GET /v1/codes?after=nowhere")).status, 400);
    ok(!JSON.stringify(seen).includes(codes[0] ?? ""));
  });

  test("are taken out of use by a selection, and credited; used ones are told and stay", async () => {
    const { id, codes } = await bought(4);
    await activate(codes[0], "AC4VOID00001");
    const ids = (await rowsOf(`order=${id}`)).map((row) => row.id);
    const unknown = "cod_01jz0000000000000000000000";
    const body = { ids: [...ids, ids[0], unknown], reason: "the campaign is over" };
    equal((await desk.as("viewer", "POST /v1/codes/void", body)).status, 403);
    const foreign = await other.as("buyer", "POST /v1/codes/void", body);
    deepEqual([foreign.status, foreign.body.code], [409, "nothing_to_return"]);
    const done = await desk.as("buyer", "POST /v1/codes/void", body);
    equal(done.status, 200, JSON.stringify(done.body));
    deepEqual((done.body.voided as string[]).length, 3);
    deepEqual((done.body.left as { why: string }[]).map(({ why }) => why).toSorted(), ["not_there", "used"]);
    await app.platform.jobs.drained();
    deepEqual((await rowsOf(`order=${id}`)).map(({ state }) => state).toSorted(), [
      "redeemed",
      ...["void", "void", "void"],
    ]);
    equal((await activate(codes[1], "AC4VOID00002")).status, 409);
    const again = await desk.as("buyer", "POST /v1/codes/void", body);
    equal(again.body.code, "nothing_to_return");
  });

  test("are either used or taken out of use, when both are tried at once", async () => {
    const { id, codes } = await bought(8);
    const ids = (await rowsOf(`order=${id}`)).map((row) => row.id);
    const [voided, ...used] = await Promise.all([
      desk.as("buyer", "POST /v1/codes/void", { ids, reason: "at once" }),
      ...codes.map((code, place) => activate(code, `AC4RACE0000${place}`)),
    ]);
    await app.platform.jobs.drained();
    const taken = voided?.status === 200 ? (voided.body.voided as string[]).length : 0;
    equal(taken + used.filter(({ status }) => status === 201).length, 8);
    deepEqual(await violationsIn(app.database as TestDatabase), []);
  });
});
