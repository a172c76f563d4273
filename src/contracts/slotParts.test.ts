import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { sellCodes, violationsIn } from "../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../test/support/testApp.ts";
import { atEnd } from "../../test/support/testDatabase.ts";
import { termsOf } from "../catalogue/index.ts";
import { heldModels } from "../catalogue/model.ts";
import { systemCaller, transact } from "../platform/index.ts";
import type { Outcome, Terms } from "../terms/index.ts";
import { benefitsOf } from "./contract.ts";
import { type DeviceRecord, deviceRecord, lockDevice } from "./deviceRecord.ts";
import { planFacts } from "./facts.ts";
import { REPLACEMENT, releaseSlots, reserveSlot, useOfSlot, useSlots } from "./slots.ts";

const serial = "MINI50001";

/** Two years of DJI Care Refresh as of 2025 for a drone: four replacements, two of them after a flyaway. */
async function shopOf2025(): Promise<TestApp> {
  const settings = { programmes: "dji-care-refresh/2025.terms.md" };
  const app = await testApp({ now: "2025-03-05T09:00:00Z", settings });
  atEnd(app.stop);
  await ownerQuery(
    app.database,
    `with model as (
       insert into catalogue.model (model, maker, name, series, device_group)
       values ('mini-5-pro', 'DJI', 'Mini 5 Pro', 'mini', 'aircraft') on conflict do nothing
     )
     insert into catalogue.product (sku, product_code, name, brand, summary, programme, plan, models, sold_as)
     values ('S-MINI', 'S-MINI', 'A plan', 'DJI', 'A plan.', 'dji-care-refresh', 'care-2y', '{mini-5-pro}',
     'code')`,
  );
  await heldModels.readAgain({ query: app.platform.database.query, platform: app.platform });
  const [code] = await sellCodes(app, { sku: "S-MINI", count: 1, region: "EU" });
  const activated = await app.call("owner ada@example.com", "POST /v1/activations", {
    code,
    serial,
    device: {
      model: "mini-5-pro",
      region: "EU",
      purchasedOn: "2025-03-04",
      activatedAt: "2025-03-04T09:00:00Z",
    },
    holder: { name: "Ada", email: "ada@example.com" },
  });
  assert.equal(activated.status, 201, JSON.stringify(activated.body));
  return app;
}

describe("flyaways within the replacements", () => {
  let app: TestApp;
  let terms: Terms;
  before(async () => {
    app = await shopOf2025();
    const db = { query: app.platform.database.query, platform: app.platform };
    terms = await termsOf(db, "dji-care-refresh", "2025");
  });
  const record = async (): Promise<DeviceRecord> => {
    const found = await deviceRecord(app.platform.database, { serial });
    assert.ok(found);
    return found;
  };
  const reserve = async (benefit: string, claimNo: number) => {
    const { device, contracts } = await record();
    const use = useOfSlot(terms, contracts[0]?.product ?? "", benefit);
    return await transact(app.platform, systemCaller, async (tx) => {
      await lockDevice(tx, { deviceId: device.deviceId });
      return await reserveSlot(tx, device.deviceId, { ...use, contractNo: 1, claimNo });
    });
  };
  const settle = async (act: typeof useSlots | typeof releaseSlots, claimNo: number) => {
    const { deviceId } = (await record()).device;
    return await transact(app.platform, systemCaller, async (tx) => {
      await lockDevice(tx, { deviceId });
      return await act(tx, deviceId, { claimNo });
    });
  };
  const covers = async (cause: string): Promise<Outcome> => {
    const { device, contracts } = await record();
    const at = "2025-06-02T09:00:00Z";
    const receipt = terms.decide("coverage", {
      at,
      device: {
        serial,
        model: device.model,
        region: "EU",
        modified: false,
        everBound: true,
        warrantyEndsAt: "2026-03-04T00:00:00Z",
      },
      plan: planFacts(await record(), contracts[0]),
      incident: {
        ...{
          at: "2025-06-01T09:00:00Z",
          reportedAt: at,
          cause,
          lost: cause === "flyaway" ? "total" : "none",
        },
        ...{ intentional: false, stolen: false, abandoned: false, boundThroughout: true, flightLog: "cloud" },
        ...{ cosmeticOnly: false, forceMajeure: false, unauthorisedParts: false, unauthorisedRepair: false },
        ...{ unsuitableConditions: false, analysis: "customer", parts: ["aircraft"], country: "PL" },
      },
      claim: {
        ...{ at, region: "EU", currency: "PLN", wants: "replacement", channel: "online" },
        returnedParts: terms.parts(device.model),
      },
      holder: { country: "PL", kind: "consumer" },
    });
    assert.deepEqual(receipt.needs, [], cause);
    return receipt.outcome;
  };

  it("have no slots of their own", async () => {
    const [contract] = (await record()).contracts;
    const left = { granted: 4, used: 0, reserved: 0, left: 4 };
    const counted = benefitsOf(contract?.slots ?? []).filter(({ benefit }) => benefit !== "maintenance");
    assert.deepEqual(counted, [{ benefit: REPLACEMENT, ...left }]);
    assert.deepEqual(await covers("flyaway"), "plan");
  });

  it("take a replacement each, and no more than are granted", async () => {
    assert.equal((await reserve("flyaway", 1))?.benefit, REPLACEMENT);
    await settle(useSlots, 1);
    assert.ok(await reserve("flyaway", 2));
    assert.equal(await reserve("flyaway", 3), undefined);
    assert.notEqual(await covers("flyaway"), "plan");
    assert.equal(await covers("drop"), "plan");
    const told = planFacts(await record(), (await record()).contracts[0]);
    const uses = told === "none" || !Array.isArray(told.uses) ? [] : told.uses;
    assert.deepEqual(
      uses.map(({ benefit }) => benefit),
      ["flyaway", "flyaway"],
    );
  });

  it("leave one again when a case lets go", async () => {
    await settle(releaseSlots, 2);
    assert.equal(await covers("flyaway"), "plan");
    assert.ok(await reserve("flyaway", 4));
    await settle(useSlots, 4);
  });

  it("and the other replacements use all there are up, and no slot is left over", async () => {
    for (const claimNo of [5, 6]) {
      assert.ok(await reserve(REPLACEMENT, claimNo));
      await settle(useSlots, claimNo);
    }
    assert.equal(await reserve("flyaway", 7), undefined);
    assert.equal(await reserve(REPLACEMENT, 8), undefined);
    const found = await violationsIn(app.database);
    assert.deepEqual(
      found.filter(({ invariant }) => invariant === 17),
      [],
    );
  });
});
