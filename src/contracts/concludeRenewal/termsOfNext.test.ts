import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { before, describe, it } from "node:test";
import { integrator, type PlanShop, planShop } from "../../../test/support/soldPlans.ts";
import { atEnd } from "../../../test/support/testDatabase.ts";
import { publishProgrammes } from "../../catalogue/index.ts";
import { heldVersions } from "../../catalogue/termsInForce.ts";
import { perform } from "../../platform/index.ts";
import { deviceRecord } from "../deviceRecord.ts";
import { activateContract, renewContract } from "../routes.ts";

const SEEDS = path.join(import.meta.dirname, "../../../programmes/dji-care-refresh/seeds.terms.md");
const PAID = "2026-11-21T09:00:00Z";
const desk = integrator("desk");
let serials = 0;

describe("the terms of a renewal that is paid a year before it begins", () => {
  let shop: PlanShop;
  before(async () => {
    shop = await planShop();
  });

  /** Publishes the reference terms again for a later day, picked by this date. */
  const publish = async (version: string, from: string, picksBy: string) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-terms-"));
    atEnd(() => rm(folder, { recursive: true, force: true }));
    const text = (await readFile(SEEDS, "utf8"))
      .replace('version: "2025-06"', `version: "${version}"`)
      .replace("from: 2025-06-01", `from: ${from}`)
      .replace("picks-by: plan.startsAt", `picks-by: ${picksBy}`)
      .replace("supersedes: none", 'supersedes: "2025-06"');
    await mkdir(path.join(folder, version));
    await writeFile(path.join(folder, version, `${version}.terms.md`), text);
    const { platform } = shop;
    await publishProgrammes(platform, folder, [`${version}/${version}.terms.md`]);
    await heldVersions.readAgain({ query: platform.database.query, platform });
  };

  /** The serial of a plan that was begun and renewed on one day. */
  const renewed = async (): Promise<string> => {
    const [code = ""] = await shop.sell("CARE-1Y-MAVIC-PRO", 1);
    serials += 1;
    const serial = `MVP8${String(serials).padStart(7, "0")}`;
    const device = { activatedAt: "never", region: "EU" } as const;
    const holder = { name: "Ada", email: "ada@example.com" };
    const { reply } = await perform(shop.platform, desk, activateContract, { code, serial, device, holder });
    const id = reply?.contract.id ?? "";
    const paying = { id, method: "test_success", country: "PL" };
    assert.equal((await perform(shop.platform, desk, renewContract, paying)).status, 200);
    await shop.platform.jobs.drained();
    return serial;
  };
  const versions = async (serial: string) =>
    (await deviceRecord(shop.platform.database, { serial }))?.contracts.map(
      ({ termsVersion }) => termsVersion,
    );

  it("are those in force when it begins, as far as they are published when it is paid", async () => {
    await shop.setTime(PAID);
    const [inForce] = (await versions(await renewed())) ?? [];
    assert.ok(inForce);
    await publish("2027-03", "2027-03-01", "plan.startsAt");
    await publish("2028-03", "2028-03-01", "plan.startsAt");
    const serial = await renewed();
    assert.deepEqual(await versions(serial), [inForce, "2027-03"]);
    await publish("2027-05", "2027-05-01", "plan.startsAt");
    assert.deepEqual(await versions(serial), [inForce, "2027-03"], "what was concluded stays");
    assert.deepEqual(await versions(await renewed()), [inForce, "2027-05"]);
    assert.deepEqual(await shop.violations(), []);
  });

  it("are not those that count from the day it is concluded, and begin later", async () => {
    await publish("2027-07", "2027-07-01", "plan.concludedAt");
    assert.equal((await versions(await renewed()))?.[1], "2027-05");
  });
});
