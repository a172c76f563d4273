import { deepEqual, equal, ok } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { type ResellerDesk, resellerDesk } from "../../../test/support/resellerDesk.ts";
import { sellCodes } from "../../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { systemCaller, transact } from "../../platform/index.ts";
import { askEligibility } from "./askEligibility.ts";
import { type Eligibility, eligibilityOf } from "./eligibilityOf.ts";

const SKU = "U-3889316";

let app: TestApp;
let desk: ResellerDesk;
before(async () => {
  app = await testApp({ now: "2026-11-21T09:00:00Z" });
  desk = await resellerDesk(app);
});

const activate = async (serial: string): Promise<void> => {
  const [code] = await sellCodes(app, { sku: SKU, count: 1, region: "EU" });
  const { status, body } = await app.call("integrator", "POST /v1/activations", {
    ...{ code, serial, holder: { name: "Ada", email: "ada@example.com" } },
    device: { activatedAt: "2026-11-21T08:00:00Z", region: "EU" },
  });
  equal(status, 201, JSON.stringify(body));
};
const ask = async (body: object): Promise<Eligibility[]> => {
  const answer = await desk.as("viewer", "POST /v1/eligibility", body);
  equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body.data as Eligibility[];
};

describe("who of a list of customers may have a plan", () => {
  test("is told as the public answer tells it, serial by serial, in the order asked", async () => {
    await activate("AC4ELIG00001");
    const serials = ["AC4ELIG00001", "AC4NEVERSEEN1", "??", "ac4 elig 00001"];
    const rows = await ask({ serials });
    deepEqual(
      rows.map(({ eligible, reason }) => [eligible, reason]),
      [
        ["no", "covered"],
        ["unknown", "unknown"],
        ["no", "not_a_serial"],
        ["no", "covered"],
      ],
    );
    deepEqual(
      rows.map(({ serial }) => serial),
      serials,
    );
    const { body } = await app.call("public", "GET /v1/coverage/AC4ELIG00001");
    deepEqual([rows[0]?.says, rows[0]?.coveredUntil], [body.says, body.lastDay]);
    ok(!JSON.stringify(rows).includes("Ada"));
  });

  test("names the model a plan is not made for, and a product that is none", async () => {
    const { body } = await app.call("public", "GET /v1/products?kind=plan&limit=200");
    const other = (body.data as { sku: string; models: string[]; soldAs: string }[]).find(
      ({ models, soldAs }) => soldAs === "code" && !models.includes("osmo-action-4"),
    );
    if (other !== undefined) {
      equal((await ask({ serials: ["AC4ELIG00001"], sku: other.sku }))[0]?.reason, "model_not_covered");
    }
    const unknown = await desk.as("viewer", "POST /v1/eligibility", { serials: ["AC41"], sku: "NONE" });
    deepEqual([unknown.status, (unknown.body.errors as { pointer: string }[])[0]?.pointer], [400, "/sku"]);
  });

  test("of a thousand asks the database no oftener than of one", async () => {
    const statements = async (count: number): Promise<number> => {
      const serials = Array.from({ length: count }, (_, no) => `AC4MANY${String(no).padStart(6, "0")}`);
      const before = { ...systemCaller, id: `key:${count}` };
      return await transact(app.platform, before, async (tx) => {
        await askEligibility.run(tx, { serials: ["AC4ELIG00001", ...serials.slice(1)] }, tx.at);
        return tx.statements;
      });
    };
    await statements(1);
    equal(await statements(1_000), await statements(1));
  });

  test("is asked sixty times an hour, and by nobody outside", async () => {
    equal((await app.call("public", "POST /v1/eligibility", { serials: ["AC41"] })).status, 401);
    equal(
      (await app.call("owner ann@example.com", "POST /v1/eligibility", { serials: ["AC41"] })).status,
      403,
    );
    const many = Array.from({ length: 61 }, () =>
      app.call("reseller max@example.com", "POST /v1/eligibility", { serials: ["AC4ELIG00001"] }),
    );
    const told = (await Promise.all(many)).map(({ status }) => status);
    equal(told.filter((status) => status === 429).length, 1);
    const large = { serials: Array.from({ length: 1_001 }, () => "AC41") };
    equal((await desk.as("viewer", "POST /v1/eligibility", large)).status, 400);
  });

  test("names the clause that speaks for it or against", () => {
    const receipt = { because: [{ clause: "window" }], against: [{ clause: "too-late" }] };
    const told = { says: "", doors: [], receipt };
    equal(eligibilityOf("A", null, { ...told, status: "may_buy" }).clause, "window");
    equal(eligibilityOf("A", null, { ...told, status: "too_late" }).clause, "too-late");
    equal(eligibilityOf("A", null, { ...told, status: "ended" }).eligible, "no");
  });
});
