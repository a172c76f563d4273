import { deepEqual, equal, ok } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { type ClaimDesk, type CoveredCamera, claimDesk, toShipped } from "../../../test/support/claimDesk.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { Answer } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { planProductOf } from "../../catalogue/index.ts";
import { eventsOf, newId, readPublicId, systemCaller, transact } from "../../platform/index.ts";
import { mintCodes, openCodesOf } from "../code.ts";

const returned = { by: "holder", reason: "device-returned", deviceReturned: true };

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

async function contractOf({ serial, owner }: CoveredCamera): Promise<string> {
  const { body } = await desk.app.call(owner, "GET /v1/contracts?limit=200");
  const found = (body.data as { id: string; serial: string }[]).find((one) => one.serial === serial);
  ok(found !== undefined);
  return found.id;
}
const end = (id: string, body: object = returned, as: Parameters<ClaimDesk["app"]["call"]>[0] = "staff") =>
  desk.app.call(as, `POST /v1/contracts/${id}/cancellation`, body);
const refused = ({ status, body }: Answer): unknown[] => [status, body.code];

describe("a contract that is given up", () => {
  test("ends with its cover in the one transaction, within its budget of statements", async () => {
    const camera = desk.camera();
    const id = await contractOf(camera);
    const { status, body } = await end(id);
    equal(status, 200, JSON.stringify(body));
    equal((body.contract as { state: string }).state, "cancelled");
    const coverage = await desk.app.call("public", `GET /v1/coverage/${camera.serial}`);
    ok(coverage.body.status !== "covered", String(coverage.body.status));
    const claim = await desk.report({}, camera);
    ok(!["plan", "hold"].includes(String((claim.body.receipt as { outcome?: string } | undefined)?.outcome)));
    const { rootId } = readPublicId("ctr", id) ?? {};
    const events = await eventsOf(desk.app.platform.database, rootId);
    equal(events.filter(({ type }) => type === "ContractCancelled").length, 1);
    deepEqual(refused(await end(id)), [409, "contract_cancelled"]);
  });

  test("not while a case is open; after it the law still pays for the days that are left", async () => {
    const camera = desk.camera();
    const id = await contractOf(camera);
    const claim = await desk.claimAfter(["intake"], camera);
    deepEqual(refused(await end(id)), [409, "claim_open_on_plan"]);
    await desk.step("cancellation", claim);
    const served = desk.camera();
    const used = await contractOf(served);
    await desk.claimAfter([...toShipped, "closure"], served);
    const { status, body } = await end(used);
    const { by } = (body.receipt as { refund: { by: string } }).refund;
    deepEqual([status, by], [200, "eu"], JSON.stringify(body));
  });

  test("who it is says what they may: notice, device and provider are the office's", async () => {
    const camera = desk.camera();
    const id = await contractOf(camera);
    const own = { by: "holder", reason: "no-longer-wanted" };
    for (const told of [{ by: "provider" }, { noticeAt: "2026-09-04T10:00:00Z" }, { deviceReturned: true }]) {
      equal((await end(id, { ...own, ...told }, camera.owner)).status, 403);
    }
    for (const noticeAt of ["2026-05-01T10:00:00Z", "2026-12-01T10:00:00Z"]) {
      const { status, body } = await end(id, { ...own, noticeAt });
      deepEqual([status, (body.errors as { pointer: string }[])[0]?.pointer], [400, "/noticeAt"]);
    }
    equal((await end(id, own, "owner eve@example.com")).status, 404);
    const fraud = await end(id, { by: "provider", reason: "fraud" });
    deepEqual([fraud.status, fraud.body.refund], [200, null], "the provider ends it, and pays nothing");
  });

  test("while a damage is reported: one of the two is first, and the other is told", async () => {
    for (let round = 0; round < 5; round += 1) {
      const camera = desk.camera();
      const id = await contractOf(camera);
      const [ended, opened] = await Promise.all([end(id), desk.report({}, camera)]);
      const byPlan = opened.status === 201 && JSON.stringify(opened.body).includes('"outcome":"plan"');
      ok(
        ended.status === 200 ? !byPlan : ended.body.code === "claim_open_on_plan",
        JSON.stringify(ended.body),
      );
    }
  });

  test("and after all that the sweep finds nothing", async () => {
    deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
  });

  test("that nobody paid us for: its seller pays back, and only the office ends it", async () => {
    const { platform } = desk.app;
    const product = await planProductOf(
      { query: platform.database.query, at: platform.clock.now() },
      "U-3889316",
    );
    const [code] = await transact(platform, systemCaller, async (tx) => {
      const wanted = { orderId: newId(tx.at), lineNo: 1, region: "EU", count: 1, at: tx.at };
      ok(product !== undefined);
      return openCodesOf(platform, await mintCodes(tx, { ...wanted, product }));
    });
    const { body } = await desk.app.call("integrator", "POST /v1/activations", {
      ...{
        code: code?.code,
        serial: "AC4ELSEWHERE1",
        device: { activatedAt: "2026-09-04T10:00:00Z", region: "EU" },
      },
      holder: { name: "Ada", email: "ada@example.org" },
    });
    const { id } = body.contract as { id: string };
    const own = { by: "holder", reason: "withdrawal" };
    deepEqual(refused(await end(id, own, "owner ada@example.org")), [409, "paid_elsewhere"]);
    const ended = await end(id, own);
    deepEqual([ended.status, ended.body.refund], [200, null]);
    ok(String(ended.body.says).includes("who sold its code pays back"));
  });

  test("is not given up for money when the time of the law is over and the terms gave none", async () => {
    const camera = desk.camera();
    const id = await contractOf(camera);
    // Nobody was told of the right to withdraw, so that it lasts a year longer.
    await desk.app.moveTo("2027-08-01T10:00:00Z");
    const own = { by: "holder", reason: "no-longer-wanted" };
    deepEqual(refused(await end(id, own, camera.owner)), [409, "terms_refuse"]);
  });
});
