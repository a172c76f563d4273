import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { heldModels } from "../../src/catalogue/model.ts";
import { type Hold, holdOfSubject } from "../../src/money/index.ts";
import { readPublicId } from "../../src/platform/index.ts";
import type { PlanMoves } from "../../src/terms/index.ts";
import { ownerQuery } from "./ownerQuery.ts";
import { sellCodes } from "./soldPlans.ts";
import { type Answer, type TestApp, testApp } from "./testApp.ts";
import type { TestDatabase } from "./testDatabase.ts";
import type { TestPlatformOptions } from "./testPlatform.ts";

/** A desk at which drones are exchanged in advance, by the terms of dji-express. */
export interface AdvanceDesk {
  readonly app: TestApp;
  /** Reports a crash of a fresh drone by the quick way. */
  report(): Promise<Answer>;
  pay(id: string, method?: string): Promise<Answer>;
  bench(step: "intake" | "replacement" | "shipment", id: string, body?: object): Promise<Answer>;
  /** A claim whose replacement has left; its old serial. */
  shipped(method?: string): Promise<{ readonly id: string; readonly serial: string }>;
  hold(id: string): Promise<Hold>;
  claim(id: string): Promise<Record<string, unknown>>;
  /** Lets so many days pass. */
  days(count: number): Promise<void>;
}

export const EVA = "owner eva@example.org";
export const ALL_PARTS = ["aircraft", "gimbal", "camera", "propellers", "battery"];
const ADDRESS = { line1: "1 Main Street", postcode: "96801", city: "Honolulu", country: "US" };
const DRONES = 24;
const EXPRESS = "dji-express/2025.terms.md";

/**
 * What is on the shelf: a drone and a plan under the terms of the express way, whose contracts have a hold.
 */
const SHELF = `
  insert into catalogue.model (model, maker, name, series, device_group, serial_format)
  values ('mini-se', 'DJI', 'Mini SE', 'mini', 'aircraft', 'MSE[0-9A-Z]{7,17}');
  insert into catalogue.product (sku, product_code, name, brand, summary, programme, plan, models, sold_as)
  values ('X-1', 'X-1', 'Express, one year', 'DJI', 'A plan whose replacement leaves first.', 'dji-express',
          'care-1y', array['mini-se'], 'code');
  insert into catalogue.price (sku, currency, min_quantity, net_minor, gross_minor, valid_from)
  values ('X-1', 'EUR', 1, 5000, 5000, '2025-06-01T00:00:00Z'),
         ('X-1', 'USD', 1, 5000, 5000, '2025-06-01T00:00:00Z')`;

/**
 * Opens the desk on 5 September 2026; the plans began in June. With `moves` the terms say when a plan moves
 * to the new unit; those that are published leave it to the scan.
 */
export async function advanceDesk(
  more: TestPlatformOptions["settings"] = {},
  moves?: PlanMoves,
): Promise<AdvanceDesk> {
  const programmes = moves === undefined ? EXPRESS : await expressMoving(moves);
  const app = await testApp({ now: "2026-06-01T10:00:00Z", settings: { programmes, ...more } });
  await ownerQuery(app.database as TestDatabase, SHELF);
  await heldModels.readAgain({ query: app.platform.database.query, platform: app.platform });
  const serials = await cover(app);
  await app.moveTo("2026-09-05T10:00:00Z");
  let count = 0;
  const report: AdvanceDesk["report"] = async () => {
    const serial = serials.pop();
    assert(serial !== undefined, "the desk has more drones than tests take");
    const incident = { at: "2026-09-04", cause: "collision", parts: ["aircraft"], lost: "none" };
    return await app.call(EVA, "POST /v1/claims", { serial, incident, channel: "quick", address: ADDRESS });
  };
  const pay: AdvanceDesk["pay"] = (id, method = "test_success") =>
    app.call(EVA, `POST /v1/claims/${id}/payment`, { method });
  const bench: AdvanceDesk["bench"] = async (step, id, body) => {
    count += 1;
    return await app.call("staff", `POST /v1/claims/${id}/${step}`, body ?? bodyOf(step, count));
  };
  const claim: AdvanceDesk["claim"] = async (id) =>
    (await app.call("staff", `GET /v1/claims/${id}`)).body.claim as Record<string, unknown>;
  return {
    ...{ app, report, pay, bench, claim },
    shipped: async (method) => {
      const opened = await report();
      const { id, serial } = opened.body.claim as { id: string; serial: string };
      const answers = [await pay(id, method), await bench("replacement", id), await bench("shipment", id)];
      for (const { status, body } of answers) {
        assert.equal(status, 200, JSON.stringify(body));
      }
      return { id, serial };
    },
    hold: async (id) => {
      const { rootId, no } = readPublicId("clm", id) ?? {};
      const hold = await holdOfSubject(app.platform.database, rootId as string, no as number);
      assert(hold !== undefined, "the claim has a hold");
      return hold;
    },
    days: async (more) => {
      await app.moveTo(
        app.platform.clock
          .now()
          .add({ hours: Math.round(24 * more) })
          .toString(),
      );
      await app.platform.jobs.drained();
    },
  };
}

/** The published terms with one word more, in a file of their own. */
async function expressMoving(moves: PlanMoves): Promise<string> {
  const published = new URL(`../../programmes/${EXPRESS}`, import.meta.url);
  const text = await readFile(published, "utf8");
  const file = path.join(await mkdtemp(path.join(tmpdir(), "evermend-terms-")), "2025.terms.md");
  await writeFile(file, text.replaceAll("rebinds: yes\n", `rebinds: yes\nrebinds-at: ${moves}\n`));
  return file;
}

function bodyOf(step: "intake" | "replacement" | "shipment", count: number): object {
  switch (step) {
    case "replacement":
      return { serial: `MSE9${String(count).padStart(8, "0")}` };
    case "shipment":
      return { carrier: "UPS", tracking: "1Z0001" };
    case "intake":
      return { parts: ALL_PARTS, condition: "crashed" };
  }
}

/** Sells a plan for each drone and activates it. */
async function cover(app: TestApp): Promise<string[]> {
  const codes = await sellCodes(app, { sku: "X-1", count: DRONES, region: "US" });
  const serials: string[] = [];
  for (const [index, code] of codes.entries()) {
    const serial = `MSE${String(index + 1).padStart(8, "0")}`;
    const device = { model: "mini-se", activatedAt: "2026-05-25T10:00:00Z", region: "US" };
    const holder = { name: "Eva", email: "eva@example.org" };
    const activated = await app.call("integrator", "POST /v1/activations", { code, serial, device, holder });
    assert.equal(activated.status, 201, JSON.stringify(activated.body));
    serials.push(serial);
  }
  return serials;
}
