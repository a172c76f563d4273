import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { integrator, type PlanShop, planShop } from "../../../test/support/soldPlans.ts";
import { chargeOf } from "../../money/index.ts";
import { type Caller, type Problem, perform, readPublicId } from "../../platform/index.ts";
import { concludeRenewal } from "../concludeRenewal/concludeRenewal.ts";
import { type DeviceRecord, deviceRecord } from "../deviceRecord.ts";
import { activateContract, renewContract } from "../routes.ts";

const START = "2026-11-21T09:00:00Z";
const desk = integrator("desk");
let serials = 0;

describe("renewing a contract", () => {
  let shop: PlanShop;
  before(async () => {
    shop = await planShop();
  });

  const newPlan = async (): Promise<{ id: string; serial: string }> => {
    const [code = ""] = await shop.sell("CARE-1Y-MAVIC-PRO", 1);
    serials += 1;
    const serial = `MVP${String(serials).padStart(8, "0")}`;
    const device = { activatedAt: "never", region: "EU" } as const;
    const holder = { name: "Ada", email: "ada@example.com" };
    const activated = await perform(shop.platform, desk, activateContract, { code, serial, device, holder });
    return { id: activated.reply?.contract.id ?? "", serial };
  };
  const renew = (id: string, method = "test_success", caller: Caller = desk, dryRun = false) =>
    perform(shop.platform, caller, renewContract, { id, method, country: "PL" }, { dryRun });
  const recordOf = async (serial: string): Promise<DeviceRecord> => {
    await shop.platform.jobs.drained();
    const record = await deviceRecord(shop.platform.database, { serial });
    assert.ok(record);
    return record;
  };
  const states = ({ contracts }: DeviceRecord) => contracts.map(({ product, state }) => [product, state]);

  it("takes its money, lengthens the warranty, and starts when the first year ends", async () => {
    await shop.setTime(START);
    const { id, serial } = await newPlan();
    const { reply } = await renew(id);
    assert.equal(reply?.charge.state, "captured");
    assert.equal(reply?.renewedBy?.product, "care-plus");
    assert.equal(reply?.renewedBy?.renews, id);
    const record = await recordOf(serial);
    assert.deepEqual(states(record), [
      ["care-1y", "active"],
      ["care-plus", "scheduled"],
    ]);
    assert.ok(record.device.warrantyEndsAt?.equals("2028-11-22T01:00:00Z"));
    const [base, next] = record.contracts;
    assert.ok(base && next);
    assert.ok(next.startsAt.equals(base.endsAt));
    assert.equal(next.slots.length, 1);
    await shop.moveTime(base.endsAt.toString());
    assert.deepEqual(states(await recordOf(serial)), [
      ["care-1y", "expired"],
      ["care-plus", "active"],
    ]);
    await shop.moveTime(next.endsAt.toString());
    assert.deepEqual(states(await recordOf(serial)), [
      ["care-1y", "expired"],
      ["care-plus", "expired"],
    ]);
    assert.deepEqual(await shop.violations(), []);
  });

  it("tries again on the same charge when a payment was declined", async () => {
    await shop.setTime(START);
    const { id, serial } = await newPlan();
    const declined = await renew(id, "test_declined");
    assert.equal(declined.reply?.charge.state, "open");
    assert.equal(declined.reply?.charge.payment?.state, "failed");
    const paid = await renew(id);
    assert.equal(paid.reply?.charge.id, declined.reply?.charge.id);
    assert.equal(paid.reply?.charge.state, "captured");
    assert.equal((await recordOf(serial)).contracts.length, 2);
    assert.equal((await renew(id)).refused?.code, "renewed_already");
  });

  it("concludes once, however often the job runs and however many ask at once", async () => {
    await shop.setTime(START);
    const { id, serial } = await newPlan();
    const asked = await Promise.all(Array.from({ length: 10 }, () => renew(id)));
    assert.equal(asked.filter(({ reply }) => reply !== undefined).length, 1);
    const record = await recordOf(serial);
    const chargeNo = readPublicId("chg", asked.find(({ reply }) => reply)?.reply?.charge.id ?? "")?.no ?? 0;
    const captured = { deviceId: record.device.deviceId, chargeNo, purpose: "renewal" };
    await Promise.all(Array.from({ length: 5 }, () => concludeRenewal.run(shop.platform, captured)));
    assert.equal((await recordOf(serial)).contracts.length, 2);
    assert.deepEqual(await shop.violations(), []);
  });

  it("asks where its holder lives, where nobody told: the tax is that country's", async () => {
    await shop.setTime(START);
    const { id } = await newPlan();
    const blind = perform(shop.platform, desk, renewContract, { id, method: "test_success" });
    await assert.rejects(blind, (problem: Problem) => {
      assert.deepEqual(
        problem.faults.map(({ pointer, code }) => [pointer, code]),
        [["/country", "country_needed"]],
      );
      return problem.status === 400;
    });
    const { reply } = await renew(id);
    const { rootId, no } = readPublicId("chg", reply?.charge.id ?? "") ?? {};
    const lines = await ownerQuery(
      shop.database,
      `select net_minor::integer as net, tax_minor::integer as tax, tax_kind as kind, tax_country as country,
              tax_rate_basis_points as rate
         from money.charge_line where root_id = $1 and charge_no = $2`,
      [rootId, no],
    );
    assert.deepEqual(lines, [{ net: 4797, tax: 1103, kind: "vat", country: "PL", rate: 2300 }]);
  });

  it("keeps nothing of a dry run", async () => {
    await shop.setTime(START);
    const { id, serial } = await newPlan();
    const tried = await renew(id, "test_success", desk, true);
    assert.equal(tried.reply?.charge.amount.currency, "EUR");
    assert.equal((await recordOf(serial)).contracts.length, 1);
    assert.equal((await renew(id)).reply?.charge.state, "captured");
  });

  it("is owed no more when the plan ends before it was paid", async () => {
    await shop.setTime(START);
    const { id, serial } = await newPlan();
    const declined = await renew(id, "test_declined");
    const record = await recordOf(serial);
    await shop.moveTime(record.contracts[0]?.endsAt.toString() ?? "");
    const chargeNo = readPublicId("chg", declined.reply?.charge.id ?? "")?.no;
    const charge = await chargeOf(shop.platform.database, record.device.deviceId, chargeNo);
    assert.equal(charge?.state, "cancelled");
    assert.deepEqual(await shop.violations(), []);
  });

  it("is refused once the plan has ended, with what is open still", async () => {
    await shop.setTime(START);
    const { id, serial } = await newPlan();
    const [contract] = (await recordOf(serial)).contracts;
    await shop.moveTime(contract?.endsAt.toString() ?? "");
    assert.equal((await renew(id)).refused?.code, "no_running_contract");
  });

  it("is not somebody else's to do, nor to know of", async () => {
    await shop.setTime(START);
    const { id } = await newPlan();
    const owner = (email: string): Caller => ({ role: "owner", id: `person:${email}`, email });
    const asMallory = renew(id, "test_success", owner("mallory@example.com"));
    await assert.rejects(asMallory, (problem: Problem) => problem.status === 404);
    const missing = renew("ctr_00000000000000000000000000_1");
    await assert.rejects(missing, (problem: Problem) => problem.status === 404);
    assert.equal((await renew(id, "test_success", owner("ada@example.com"))).status, 200);
  });
});
