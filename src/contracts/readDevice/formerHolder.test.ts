import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { integrator, type PlanShop, planShop } from "../../../test/support/soldPlans.ts";
import { answer, type Caller, type Problem, perform, transact } from "../../platform/index.ts";
import { lockDevice } from "../deviceRecord.ts";
import { activateContract, listContracts, readContract, readDevice } from "../routes.ts";
import { swapSerial } from "../swapSerial.ts";

const desk = integrator("desk");
const ada: Caller = { role: "owner", id: "person:ada", email: "ada@example.com" };
const bob: Caller = { role: "owner", id: "person:bob", email: "bob@example.com" };
const [WORN_BY_BOTH, WORN_BY_ADA, WORN_BY_BOB] = ["MVP50000002", "MVP50000001", "MVP50000003"];

/** A Mavic that was Ada's for a year and Bob's after that; a unit was replaced under each of them. */
describe("a device that had one holder after another", () => {
  let shop: PlanShop;
  let [deviceId, adas, bobs] = ["", "", ""];

  before(async () => {
    shop = await planShop();
    const activate = async (serial: string, email: string) => {
      const [code = ""] = await shop.sell("CARE-1Y-MAVIC-PRO", 1);
      const command = {
        ...{ code, serial, device: { activatedAt: "never", region: "EU" } as const },
        holder: { name: email, email },
      };
      const { reply } = await perform(shop.platform, desk, activateContract, command);
      return reply?.contract ?? assert.fail("not activated");
    };
    const swap = (from: string, to: string) =>
      transact(shop.platform, desk, async (tx) => {
        const record = await lockDevice(tx, { serial: from });
        await swapSerial(tx, record?.device ?? assert.fail("no device"), to);
      });
    const first = await activate(WORN_BY_ADA, "ada@example.com");
    await shop.moveTime("2027-01-01T00:00:00Z");
    await swap(WORN_BY_ADA, WORN_BY_BOTH);
    await shop.moveTime("2027-12-01T00:00:00Z");
    const second = await activate(WORN_BY_BOTH, "bob@example.com");
    await shop.moveTime("2028-01-01T00:00:00Z");
    await swap(WORN_BY_BOTH, WORN_BY_BOB);
    [deviceId, adas, bobs] = [first.deviceId, first.id, second.id];
  });

  const seenBy = (caller: Caller) => answer(shop.platform, caller, readDevice, { id: deviceId });

  it("shows its former holder nothing of the next: no plan, no serial, nothing that happened", async () => {
    const seen = await seenBy(ada);
    assert.deepEqual(
      seen.contracts.map(({ id }) => id),
      [adas],
    );
    assert.equal(seen.serial, WORN_BY_BOTH);
    assert.deepEqual(
      seen.units.map(({ serial, to }) => [serial, to !== undefined]),
      [
        [WORN_BY_ADA, true],
        [WORN_BY_BOTH, false],
      ],
    );
    assert.deepEqual(
      seen.timeline.map(({ type }) => type),
      ["device.registered", "contract.activated", "serial.replaced", "renewal.offered", "contract.expired"],
    );
    assert.deepEqual([seen.deadlines.length, seen.ribbon.contracts.length], [0, 1]);
    assert.ok(!JSON.stringify(seen).includes(WORN_BY_BOB) && !JSON.stringify(seen).includes(bobs));
  });

  it("shows its holder nothing of the one before", async () => {
    const seen = await seenBy(bob);
    assert.deepEqual([seen.serial, seen.contracts.length, seen.units.length], [WORN_BY_BOB, 1, 2]);
    assert.deepEqual(
      seen.timeline.map(({ type }) => type),
      ["contract.activated", "serial.replaced"],
    );
    assert.deepEqual(
      seen.deadlines.map(({ kind, key }) => [kind, key]),
      [["contract_ends", "2"]],
    );
    assert.ok(!JSON.stringify(seen).includes(WORN_BY_ADA) && !JSON.stringify(seen).includes(adas));
  });

  it("names in a list and on its own the serial that each of them knows", async () => {
    for (const [caller, id, serial] of [
      [ada, adas, WORN_BY_BOTH],
      [bob, bobs, WORN_BY_BOB],
    ] as const) {
      const { data } = await answer(shop.platform, caller, listContracts, {});
      assert.deepEqual(
        data.map((contract) => [contract.id, contract.serial]),
        [[id, serial]],
      );
      assert.equal((await answer(shop.platform, caller, readContract, { id })).serial, serial);
      const other = answer(shop.platform, caller, readContract, { id: id === adas ? bobs : adas });
      await assert.rejects(other, (problem: Problem) => problem.status === 404);
    }
  });

  it("shows the office all of it, and a stranger nothing", async () => {
    const seen = await seenBy(desk);
    assert.deepEqual([seen.contracts.length, seen.units.length, seen.serial], [2, 3, WORN_BY_BOB]);
    const eve = seenBy({ role: "owner", id: "person:eve", email: "eve@example.com" });
    await assert.rejects(eve, (problem: Problem) => problem.status === 404);
  });
});
