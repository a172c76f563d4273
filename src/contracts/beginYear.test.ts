import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { sellCodes, violationsIn } from "../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../test/support/testApp.ts";
import { atEnd } from "../../test/support/testDatabase.ts";
import { heldModels } from "../catalogue/model.ts";
import { eventsOf, systemCaller, transact } from "../platform/index.ts";
import { nextYear } from "./beginYear.ts";
import { benefitsOf } from "./contract.ts";
import { type DeviceRecord, deviceRecord, lockDevice } from "./deviceRecord.ts";
import { reserveSlot, useSlots } from "./slots.ts";
import { yearlyGrants } from "./yearlyGrants.ts";

const ada = "owner ada@example.com";
const serial = "DRONEQ0001";

describe("the next year of a plan", () => {
  const next = (
    startsAt: string,
    per: "contract-year" | "calendar-year",
    at: string,
    zone = "Europe/Warsaw",
  ) =>
    nextYear({ startsAt: Temporal.Instant.from(startsAt), zone }, per, Temporal.Instant.from(at)).toString();

  it("begins with the same date, at midnight where the plan is", () => {
    const startsAt = "2026-03-20T10:00:00Z";
    assert.equal(next(startsAt, "contract-year", startsAt), "2027-03-19T23:00:00Z");
    assert.equal(next(startsAt, "contract-year", "2027-03-19T23:00:00Z"), "2028-03-19T23:00:00Z");
    assert.equal(next(startsAt, "contract-year", "2027-03-19T22:59:59Z"), "2027-03-19T23:00:00Z");
  });

  it("begins on the first of March where there is no 29 February", () => {
    const startsAt = "2028-02-29T10:00:00Z";
    assert.equal(next(startsAt, "contract-year", startsAt), "2029-02-28T23:00:00Z");
    assert.equal(next(startsAt, "contract-year", "2031-03-01T00:00:00Z"), "2032-02-28T23:00:00Z");
  });

  it("begins with January where years are the calendar's", () => {
    assert.equal(
      next("2026-03-20T10:00:00Z", "calendar-year", "2026-03-20T10:00:00Z"),
      "2026-12-31T23:00:00Z",
    );
  });

  it("is of benefits that are counted by it, and no part of another", () => {
    const one = { clause: "c", eitherOr: [] } as const;
    const terms = {
      benefits: () => [
        { ...one, benefit: "battery", count: 2, per: "contract-year" },
        { ...one, benefit: "replacement", count: 3, per: "term" },
        { ...one, benefit: "flyaway", count: 1, per: "contract-year", partOf: "replacement" },
        { ...one, benefit: "cleaning", count: null, per: "calendar-year" },
      ],
    } as unknown as Parameters<typeof yearlyGrants>[0];
    assert.deepEqual(yearlyGrants(terms, "plan"), [{ benefit: "battery", count: 2, per: "contract-year" }]);
  });
});

/** Two years of a plan that gives two replacements in its first year and one in its second. */
async function planByYears(): Promise<TestApp> {
  const settings = { programmes: "samples/two-plus-one.terms.md" };
  const app = await testApp({ now: "2026-03-20T20:00:00Z", settings });
  atEnd(app.stop);
  await ownerQuery(
    app.database,
    `with model as (
       insert into catalogue.model (model, maker, name, series, device_group)
       values ('drone-q', 'Sample', 'Drone Q', 'drone', 'aircraft') on conflict do nothing
     )
     insert into catalogue.product (sku, product_code, name, brand, summary, programme, plan, models, sold_as)
     values ('S-YEARS', 'S-YEARS', 'A plan', 'Sample', 'A plan.', 'sample-two-plus-one', 'yearly-2y',
             '{drone-q}', 'code')`,
  );
  await heldModels.readAgain({ query: app.platform.database.query, platform: app.platform });
  const [code] = await sellCodes(app, { sku: "S-YEARS", count: 1, region: "US" });
  const activated = await app.call(ada, "POST /v1/activations", {
    ...{ code, serial },
    device: { model: "drone-q", region: "US", purchasedOn: "2026-03-19", activatedAt: "never" },
    holder: { name: "Ada", email: "ada@example.com" },
  });
  assert.equal(activated.status, 201, JSON.stringify(activated.body));
  return app;
}

describe("benefits that are counted by years", () => {
  let app: TestApp;
  before(async () => {
    app = await planByYears();
  });
  const record = async (): Promise<DeviceRecord> => {
    const found = await deviceRecord(app.platform.database, { serial });
    assert.ok(found);
    return found;
  };
  const left = async (): Promise<Record<string, number>> => {
    const [contract] = (await record()).contracts;
    return Object.fromEntries(
      benefitsOf(contract?.slots ?? []).map(({ benefit, left: free }) => [benefit, free]),
    );
  };
  const use = async (benefit: string, claimNo: number): Promise<void> => {
    const { deviceId } = (await record()).device;
    await transact(app.platform, systemCaller, async (tx) => {
      await lockDevice(tx, { deviceId });
      assert.ok(await reserveSlot(tx, deviceId, { benefit, contractNo: 1, claimNo }), "there is one");
      await useSlots(tx, deviceId, { claimNo });
    });
  };
  const state = async () => (await record()).contracts[0]?.state;

  it("has the uses of one year at first, and is used up with them", async () => {
    assert.deepEqual(await left(), { "first-year": 2, "second-year": 1 });
    await use("first-year", 1);
    await use("first-year", 2);
    await use("second-year", 3);
    assert.equal(await state(), "exhausted");
  });

  it("has them again when the next year begins, once, and not a moment before", async () => {
    const [contract] = (await record()).contracts;
    assert.ok(contract);
    const { startsAt, zone, endsAt } = contract;
    const begins = nextYear({ startsAt, zone }, "contract-year", startsAt);
    assert.ok(Temporal.Instant.compare(begins, endsAt) < 0);
    await app.moveTo(begins.subtract({ seconds: 1 }).toString());
    assert.deepEqual(await left(), { "first-year": 0, "second-year": 0 });
    await app.moveTo(begins.toString());
    assert.deepEqual(await left(), { "first-year": 2, "second-year": 1 });
    assert.equal(await state(), "active");
    await app.moveTo(begins.add({ hours: 24 * 30 }).toString());
    assert.deepEqual(await left(), { "first-year": 2, "second-year": 1 }, "once");
    const events = await eventsOf(app.platform.database, contract.deviceId);
    assert.equal(events.filter(({ type }) => type === "BenefitsRenewed").length, 1);
    // No cases were reported here, so their slots are of none.
    assert.deepEqual(
      (await violationsIn(app.database)).filter(({ invariant }) => invariant !== 18),
      [],
    );
  });
});
