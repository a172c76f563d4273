import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import {
  activateContract,
  lockDevice,
  REPLACEMENT,
  renewContract,
  reserveSlot,
  swapSerial,
  useSlots,
} from "../src/contracts/index.ts";
import { post } from "../src/money/ledger/index.ts";
import { perform, readPublicId, systemCaller, transact } from "../src/platform/index.ts";
import { plantedViolations } from "./support/plantedViolations.ts";
import { integrator, type PlanShop, planShop } from "./support/soldPlans.ts";

const SWEEP = new URL("../db/invariants.sql", import.meta.url);
const desk = integrator("desk");

describe("the sweep of the invariants", () => {
  let shop: PlanShop;
  let owner: pg.Client;
  let sweep: string;
  before(async () => {
    shop = await planShop();
    await liveOneLife(shop);
    sweep = await readFile(SWEEP, "utf8");
    owner = new pg.Client(shop.database.address);
    await owner.connect();
  });
  after(() => owner.end());

  const violations = async (): Promise<{ invariant: number; root: string; detail: string }[]> => {
    const results = (await owner.query(sweep)) as unknown as pg.QueryResult[];
    return results.flatMap(({ rows }) => rows);
  };

  it("finds nothing in a life as it should be", async () => {
    assert.deepEqual(await violations(), []);
  });

  for (const [invariant, wrong, plant] of plantedViolations) {
    it(`finds ${wrong} (${invariant})`, async () => {
      await owner.query("begin");
      try {
        await owner.query(plant);
        const found = await violations();
        assert.ok(
          found.some((violation) => violation.invariant === invariant && violation.root !== null),
          JSON.stringify(found),
        );
      } finally {
        await owner.query("rollback");
      }
    });
  }

  it("gives each of its invariants a number of its own, in order, and a planted violation", () => {
    const asked = [...sweep.matchAll(/^-- (\d+)\. /gm)].map(([, number]) => Number(number));
    assert.deepEqual(
      asked,
      [...new Set(asked)].toSorted((one, other) => one - other),
    );
    assert.deepEqual(new Set(asked), new Set(plantedViolations.map(([number]) => number)));
  });

  it("answers with the number of the block that asked", () => {
    for (const block of sweep.split(/^-- (?=\d+\. )/m).slice(1)) {
      const said = new Set([...block.matchAll(/\bselect (\d+)(?: as invariant)?,/g)].map(([, told]) => told));
      assert.deepEqual([...said], [block.slice(0, block.indexOf("."))]);
    }
  });
});

/** Two plans, one used once by a case that was paid and shipped, the other renewed. One code is left over. */
async function liveOneLife(shop: PlanShop): Promise<void> {
  const { platform } = shop;
  const activate = async (sku: string, serial: string) => {
    const [code = ""] = await shop.sell(sku, 1);
    const command = { code, serial, device: { activatedAt: "never", region: "EU" } as const };
    const holder = { name: "Ada", email: "ada@example.com" };
    return (await perform(platform, desk, activateContract, { ...command, holder })).reply?.contract.id ?? "";
  };
  const id = await activate("CARE-1Y-MAVIC-PRO", "MVP00000001");
  await perform(platform, desk, renewContract, { id, method: "test_success", country: "PL" });
  const deviceId = readPublicId("ctr", await activate("U-3889316", "AC400000001"))?.rootId ?? "";
  await shop.sell("U-3889316", 1);
  await platform.jobs.drained();
  await rawCase(shop, deviceId);
  await shop.setTime("2027-02-01T09:00:00Z");
  await transact(platform, systemCaller, async (tx) => {
    const record = await lockDevice(tx, { deviceId });
    assert.ok(record);
    await reserveSlot(tx, deviceId, { contractNo: 1, benefit: REPLACEMENT, claimNo: 1 });
    await swapSerial(tx, record.device, "AC400000002");
    await useSlots(tx, deviceId, { claimNo: 1 });
  });
}

/** The rows of a closed case as the modules to the right leave them, without their acts. */
async function rawCase({ database, platform }: PlanShop, deviceId: string): Promise<void> {
  const owner = new pg.Client(database.address);
  await owner.connect();
  await owner.query(`
    insert into claims.claim (device_id, no, contract_no, serial, state, channel, wants, region, currency,
                              incident, reporter_id, receipt, route, fee_minor, charge_no, opened_at,
                              closed_at)
    values ('${deviceId}', 1, 1, 'AC400000001', 'closed', 'online', 'replacement', 'EU', 'PLN',
            '{}', 'ada', '{"uses": {"benefit": "replacement", "nth": 1, "left": 2}}', 'plan', 11900, 1,
            '2027-01-01', '2027-03-01');
    insert into claims.decision values ('${deviceId}', 1, 1, '{}', '2027-01-01', 'ada');
    insert into money.charge (root_id, no, purpose, subject_no, amount_minor, currency, state, created_at,
                              closed_at)
    values ('${deviceId}', 1, 'claim_fee', 1, 11900, 'PLN', 'captured', '2027-01-02', '2027-01-02');
    insert into money.charge_line
    values ('${deviceId}', 1, 1, 'fee', 'dji-care-refresh', 'EU', null, 1, 11900, 0, 'none');
    insert into money.attempt (root_id, about, about_no, no, key, provider, method, state, provider_ref,
                               started_at, resolved_at)
    values ('${deviceId}', 'charge', 1, 1, 'key', 'test', 'test_success', 'succeeded', 'ref-1', '2027-01-02',
            '2027-01-02');
    insert into money.provider_ref (provider, provider_ref, about, root_id, about_no, attempt_no)
    values ('test', 'ref-1', 'charge', '${deviceId}', 1, 1);
    insert into service.shipment
    values ('${deviceId}', 1, 1, 'AC400000002', 'dpd', 'T1', 'sent', '2027-02-02', 'x')`);
  await owner.end();
  const place = { programme: "dji-care-refresh", region: "EU", currency: "PLN" };
  await transact(platform, systemCaller, (tx) =>
    post(tx, deviceId, "charge/1/captured", [
      {
        debit: { ...place, kind: "clearing", party: "test" },
        credit: { ...place, kind: "fee_income" },
        ...{ amountMinor: 11_900, chargeNo: 1 },
      },
    ]),
  );
}
