import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { integrator, type PlanShop, planShop } from "../../../test/support/soldPlans.ts";
import { many, perform } from "../../platform/index.ts";
import { activateContract } from "./activateContract.ts";

const CODES = 100;
const TRIES = 50;
const holder = { name: "Ada", email: "ada@example.com" };

const contractsBySerial = many<{ serial: string; contracts: number }>(
  "test_contracts_by_serial",
  `select d.serial, count(*) as contracts
     from contracts.contract c join contracts.device d using (device_id) group by d.serial`,
);

describe("a race", () => {
  let shop: PlanShop;
  before(async () => {
    shop = await planShop();
  });
  const activate = async (code: string, serial: string) => {
    const device = { activatedAt: "never", region: "EU" } as const;
    const command = { code, serial, device, holder };
    return await perform(shop.platform, integrator("race"), activateContract, command);
  };

  it(`of ${TRIES} tries for each of ${CODES} codes, on as many devices, has one winner each`, async () => {
    const codes = await shop.sell("U-3889316", CODES);
    const outcomes = [];
    // One code after the other: all tries for a code are at once, and no try waits for those of others.
    for (const [which, code] of codes.entries()) {
      const serialOf = (device: number) => `AC4${String(which * TRIES + device).padStart(8, "0")}`;
      const tries = Array.from({ length: TRIES }, (_, device) => activate(code, serialOf(device)));
      outcomes.push(await Promise.all(tries));
    }
    for (const tries of outcomes) {
      const won = tries.filter(({ status }) => status === 201);
      const lost = tries.filter(({ refused }) => refused?.code === "code_refused");
      assert.deepEqual([won.length, lost.length], [1, TRIES - 1]);
    }
    assert.deepEqual(await shop.violations(), []);
  });

  it("of 30 codes for one new device has one winner, and the other codes can still be used", async () => {
    const codes = await shop.sell("U-3889316", 30);
    const outcomes = await Promise.all(codes.map((code) => activate(code, "AC4RACE0001")));
    assert.equal(outcomes.filter(({ status }) => status === 201).length, 1);
    assert.equal(outcomes.filter(({ refused }) => refused?.code === "terms_refuse").length, 29);
    const loser = codes[outcomes.findIndex(({ refused }) => refused !== undefined)] ?? "";
    assert.equal((await activate(loser, "AC4RACE0002")).status, 201);
    assert.deepEqual(await shop.violations(), []);
  });

  it("leaves no device with two contracts", async () => {
    const rows = await contractsBySerial(shop.platform.database);
    assert.deepEqual(
      rows.filter(({ contracts }) => contracts !== 1),
      [],
    );
    assert.equal(rows.length, CODES + 2);
  });
});
