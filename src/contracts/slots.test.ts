import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { integrator, type PlanShop, planShop } from "../../test/support/soldPlans.ts";
import { answer, eventsOf, perform, systemCaller, transact } from "../platform/index.ts";
import { normaliseSerial } from "./device.ts";
import { type DeviceRecord, deviceRecord, lockDevice } from "./deviceRecord.ts";
import { activateContract, askCoverage } from "./routes.ts";
import { REPLACEMENT, releaseSlots, reserveSlot, useSlots } from "./slots.ts";
import { swapSerial } from "./swapSerial.ts";

let serials = 0;

describe("what a contract grants", () => {
  let shop: PlanShop;
  before(async () => {
    shop = await planShop();
  });
  const covered = async (): Promise<DeviceRecord> => {
    const [code = ""] = await shop.sell("U-3889316", 1);
    serials += 1;
    const serial = `AC4${String(serials).padStart(8, "0")}`;
    const command = { code, serial, device: { activatedAt: "never", region: "EU" } as const };
    const holder = { name: "Ada", email: "ada@example.com" };
    await perform(shop.platform, integrator("desk"), activateContract, { ...command, holder });
    return await recordOf(serial);
  };
  const recordOf = async (serial: string): Promise<DeviceRecord> => {
    const record = await deviceRecord(shop.platform.database, { serial });
    assert.ok(record);
    return record;
  };
  const reserve = (deviceId: string, claimNo: number) =>
    transact(shop.platform, systemCaller, async (tx) => {
      await lockDevice(tx, { deviceId });
      return await reserveSlot(tx, deviceId, { contractNo: 1, benefit: REPLACEMENT, claimNo });
    });

  it("is taken slot by slot, never beyond, however many ask at once", async () => {
    const { device } = await covered();
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, claimNo) => reserve(device.deviceId, claimNo + 1)),
    );
    const numbers = taken.flatMap((slot) => (slot === undefined ? [] : [slot.no]));
    assert.deepEqual(new Set(numbers), new Set([1, 2, 3]));
    assert.equal(numbers.length, 3);
  });

  it("comes back when a case lets go, and stays used when it was used", async () => {
    const { device } = await covered();
    const { deviceId } = device;
    const of = { claimNo: 1 };
    await reserve(deviceId, 1);
    await transact(shop.platform, systemCaller, async (tx) => {
      await lockDevice(tx, { deviceId });
      const first = [{ contractNo: 1, benefit: REPLACEMENT, no: 1 }];
      assert.deepEqual(await releaseSlots(tx, deviceId, of), first);
      assert.deepEqual(await releaseSlots(tx, deviceId, of), []);
      assert.deepEqual(await useSlots(tx, deviceId, of), []);
      await reserveSlot(tx, deviceId, { ...of, benefit: REPLACEMENT, contractNo: 1 });
      assert.deepEqual(await releaseSlots(tx, deviceId, { ...of, benefits: ["screen"] }), []);
      assert.deepEqual(await useSlots(tx, deviceId, of), first);
      assert.deepEqual(await releaseSlots(tx, deviceId, of), []);
    });
    const [contract] = (await recordOf(device.serial)).contracts;
    assert.deepEqual(
      contract?.slots.map(({ state }) => state),
      ["used", "free", "free"],
    );
  });

  it("moves with the device to its new serial, and the old one is retired for ever", async () => {
    const { device } = await covered();
    const other = await covered();
    const swap = (from: typeof device, to: string) =>
      transact(shop.platform, systemCaller, async (tx) => {
        await lockDevice(tx, { deviceId: from.deviceId });
        return await swapSerial(tx, from, to);
      });
    await shop.setTime("2026-12-24T09:00:00Z");
    const swapped = await swap(device, "ac4-new-0001");
    assert.equal(swapped.accepted?.serial, "AC4NEW0001");
    const record = await recordOf(device.serial);
    assert.equal(record.device.serial, "AC4NEW0001");
    assert.deepEqual(
      record.units.map(({ no, to }) => [no, to?.toString()]),
      [
        [1, "2026-12-24T09:00:00Z"],
        [2, undefined],
      ],
    );
    for (const seen of [device.serial, "AC4NEW0001", other.device.serial]) {
      assert.equal((await swap(other.device, seen)).refused?.code, "serial_known");
    }
  });

  it("is found under every spelling of a serial", () => {
    for (const typed of ["ac4-000 001.23", "AC4/00000123", "ＡＣ４００００0123", "AC4\u2011000_00123"]) {
      assert.equal(normaliseSerial(typed), "AC400000123", typed);
    }
  });

  it("is gone with the last one: the contract is exhausted, and ends when it ends", async () => {
    await shop.setTime("2026-11-21T09:00:00Z");
    const { device, contracts } = await covered();
    const { deviceId, serial } = device;
    const use = async (claimNo: number) => {
      await reserve(deviceId, claimNo);
      await transact(shop.platform, systemCaller, (tx) => useSlots(tx, deviceId, { claimNo }));
      return (await recordOf(serial)).contracts[0]?.state;
    };
    assert.deepEqual([await use(1), await use(2), await use(3)], ["active", "active", "exhausted"]);
    const coverage = await answer(shop.platform, { role: "public", id: "public" }, askCoverage, { serial });
    assert.deepEqual([coverage.status, coverage.lastDay], ["used_up", "2028-11-21"]);
    const [code = ""] = await shop.sell("U-3889316", 1);
    const command = { code, serial, device: { activatedAt: "never", region: "EU" } as const };
    const holder = { name: "Eve", email: "eve@example.com" };
    const second = await perform(shop.platform, integrator("desk"), activateContract, { ...command, holder });
    assert.equal(second.refused?.code, "terms_refuse");
    await shop.moveTime(contracts[0]?.endsAt.toString() ?? "");
    assert.equal((await recordOf(serial)).contracts[0]?.state, "expired");
    const ends = (await eventsOf(shop.platform.database, deviceId)).slice(-2).map(({ type }) => type);
    assert.deepEqual(ends, ["ContractExhausted", "ContractExpired"]);
    const violations = (await shop.violations()) as { invariant: number }[];
    assert.deepEqual(
      violations.filter(({ invariant }) => invariant === 12),
      [],
    );
  });
});
