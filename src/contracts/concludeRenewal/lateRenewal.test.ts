import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { integrator, type PlanShop, planShop } from "../../../test/support/soldPlans.ts";
import { chargeOf } from "../../money/index.ts";
import { eventsOf, perform, readPublicId } from "../../platform/index.ts";
import type { Contract } from "../contract.ts";
import { type DeviceRecord, deviceRecord } from "../deviceRecord.ts";
import { activateContract, renewContract } from "../routes.ts";
import { concludeRenewal } from "./concludeRenewal.ts";

const START = "2026-11-21T09:00:00Z";
const desk = integrator("desk");
let serials = 0;

/** A one-year plan whose renewal was started half a minute before its end, with this method. */
interface LastMinute {
  readonly serial: string;
  readonly deviceId: string;
  readonly chargeNo: number;
  readonly base: Contract;
}

describe("a renewal whose money is still on its way when the plan ends", () => {
  let shop: PlanShop;
  before(async () => {
    shop = await planShop();
  });

  const activate = async (serial: string) => {
    const [code = ""] = await shop.sell("CARE-1Y-MAVIC-PRO", 1);
    const device = { activatedAt: "never", region: "EU" } as const;
    const holder = { name: "Ada", email: "ada@example.com" };
    return await perform(shop.platform, desk, activateContract, { code, serial, device, holder });
  };
  const recordOf = async (serial: string): Promise<DeviceRecord> => {
    await shop.platform.jobs.drained();
    return (await deviceRecord(shop.platform.database, { serial })) ?? assert.fail("no such device");
  };
  const states = async (serial: string) =>
    (await recordOf(serial)).contracts.map(({ product, state }) => [product, state]);
  const moveTo = async (at: Temporal.Instant) => {
    await shop.moveTime(at.toString());
    await shop.platform.jobs.drained();
  };

  const lastMinute = async (method: string): Promise<LastMinute> => {
    await shop.setTime(START);
    serials += 1;
    const serial = `MVP7${String(serials).padStart(7, "0")}`;
    const id = (await activate(serial)).reply?.contract.id ?? "";
    const [base] = (await recordOf(serial)).contracts;
    assert.ok(base);
    await moveTo(base.endsAt.subtract({ seconds: 30 }));
    const { reply } = await perform(shop.platform, desk, renewContract, { id, method, country: "PL" });
    assert.equal(reply?.charge.state, "open");
    const chargeNo = readPublicId("chg", reply.charge.id)?.no ?? 0;
    return { serial, deviceId: base.deviceId, chargeNo, base };
  };

  it("is waited for by a second code, and gives a whole year from when it came", async () => {
    const { serial, base } = await lastMinute("test_pending");
    await moveTo(base.endsAt.add({ seconds: 5 }));
    assert.equal((await activate(serial)).refused?.code, "renewal_underway");
    await moveTo(base.endsAt.add({ seconds: 120 }));
    const [, next] = (await recordOf(serial)).contracts;
    assert.equal(next?.state, "active");
    assert.ok(next && Temporal.Instant.compare(next.startsAt, base.endsAt) > 0);
    const days = next.startsAt.until(next.endsAt).total("days");
    assert.ok(days >= 365, `${days} days`);
    assert.equal((await activate(serial)).refused?.code, "terms_refuse");
    await moveTo(next.endsAt);
    assert.deepEqual(await states(serial), [
      ["care-1y", "expired"],
      ["care-plus", "expired"],
    ]);
    assert.deepEqual(await shop.violations(), []);
  });

  it("owes nothing more when the payment fails after the end, and a second code is welcome", async () => {
    const { serial, deviceId, chargeNo, base } = await lastMinute("test_pending");
    await ownerQuery(shop.database, "update money.test_payment set outcome = 'failed' where key like $1", [
      `chg_${deviceId}_%`,
    ]);
    await moveTo(base.endsAt.add({ seconds: 5 }));
    assert.equal((await activate(serial)).refused?.code, "renewal_underway");
    await moveTo(base.endsAt.add({ seconds: 120 }));
    const charge = await chargeOf(shop.platform.database, deviceId, chargeNo);
    assert.deepEqual([charge?.attempt?.state, charge?.state], ["failed", "cancelled"]);
    assert.equal((await activate(serial)).status, 201);
    assert.deepEqual(await shop.violations(), []);
  });

  it("starts behind another plan that runs meanwhile, when that ends", async () => {
    const { serial, deviceId, base } = await lastMinute("test_pending");
    await moveTo(base.endsAt.add({ seconds: 5 }));
    await plantContract(deviceId, "active");
    await moveTo(base.endsAt.add({ seconds: 120 }));
    const [, other, next] = (await recordOf(serial)).contracts;
    assert.ok(other && next);
    assert.deepEqual([next.state, next.startsAt.toString()], ["scheduled", other.endsAt.toString()]);
  });

  it("is owed back, once and for all to see, when a plan waits already", async () => {
    const { serial, deviceId, chargeNo, base } = await lastMinute("test_pending");
    await moveTo(base.endsAt.add({ seconds: 5 }));
    await plantContract(deviceId, "scheduled");
    await moveTo(base.endsAt.add({ seconds: 120 }));
    await concludeRenewal.run(shop.platform, { deviceId, chargeNo, purpose: "renewal" });
    const due = (await eventsOf(shop.platform.database, deviceId)).filter(
      ({ type }) => type === "RenewalRefundDue",
    );
    assert.deepEqual(
      due.map(({ body }) => [body.chargeNo, body.contractNo, body.reason]),
      [[chargeNo, base.no, "renewal_has_no_place"]],
    );
    assert.equal((await recordOf(serial)).contracts.length, 2);
  });

  it("tells a person where it cannot be paid back", async () => {
    const { deviceId, chargeNo, base } = await lastMinute("test_pending");
    await ownerQuery(
      shop.database,
      `insert into money.dispute (root_id, no, charge_no, provider, provider_ref, amount_minor, currency,
                                  reason, state, opened_at)
       select root_id, 1, no, 'test', root_id, amount_minor, currency, 'x', 'opened', now()
         from money.charge where root_id = $1 and no = $2`,
      [deviceId, chargeNo],
    );
    await moveTo(base.endsAt.add({ seconds: 5 }));
    await plantContract(deviceId, "scheduled");
    await moveTo(base.endsAt.add({ seconds: 120 }));
    const told = (await eventsOf(shop.platform.database, deviceId)).filter(
      ({ type }) => type === "RenewalRefundRefused",
    );
    assert.deepEqual(
      told.map(({ body }) => [body.chargeNo, body.reason, body.code]),
      [[chargeNo, "renewal_has_no_place", "refund_above_captured"]],
    );
    await ownerQuery(shop.database, "delete from money.dispute where root_id = $1", [deviceId]);
  });

  /** What no act can bring about any more: a plan beside a renewal that is being paid. */
  async function plantContract(deviceId: string, state: Contract["state"]): Promise<void> {
    await ownerQuery(
      shop.database,
      `insert into contracts.contract
       select planted.* from contracts.contract as c,
              jsonb_populate_record(c, jsonb_build_object('no', 2, 'state', $2::text, 'starts_at', c.ends_at,
                'ends_at', c.ends_at + interval '1 year', 'code_digest', '\\x00'))
              as planted
        where c.device_id = $1 and c.no = 1`,
      [deviceId, state],
    );
  }
});
