import { deepEqual, equal } from "node:assert/strict";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { sweepInvariants } from "../../src/cli/demo/sweepInvariants.ts";
import { createLog, newId, reachDatabase, readConfig } from "../../src/platform/index.ts";
import { comesTo } from "../support/comesTo.ts";
import { type RunningCommand, runCommand, startCommand } from "../support/commandLine.ts";
import { died, endWithFile } from "./money/died.ts";

/** Every named place between deciding to pay and having it in the books. */
const POINTS = [
  "charge_before_call",
  "charge_call_noted",
  "charge_called",
  "charge_saved",
  "charge_recorded",
] as const;
const METHODS = ["test_success", "test_unknown"] as const;

describe("the process is killed while an order is paid", () => {
  let folder: string;
  let key: string;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "evermend-failpoint-"));
    await chmod(folder, 0o755);
    const { app } = await serve();
    const { stdout } = await runCommand(["keys", "create", "--role", "reseller", "--data", folder]);
    key = stdout.trim();
    app.child.kill("SIGTERM");
    await app.ended;
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const [index, point] of POINTS.entries()) {
    it(`at ${point}: it is paid once and delivered all the same`, async () => {
      const doomed = await serve(point);
      const { id } = await call(doomed.url, "POST /v1/orders", {
        lines: [{ sku: "U-3889316", quantity: 1 }],
        buyer: { email: "shop@example.org", name: "A shop", country: "EE" },
        delivery: { option: "email" },
      });
      const method = METHODS[index % METHODS.length];
      const reply = await call(doomed.url, `POST /v1/orders/${id}/payment`, { method }).catch(
        () => undefined,
      );
      if (reply !== undefined) {
        doomed.app.child.kill("SIGTERM");
      }
      equal(await died(doomed.app, point), "SIGKILL", "it came to the point");
      const { app, url } = await serve();
      const isDelivered = async () => (await call(url, `GET /v1/orders/${id}`)).state === "delivered";
      await comesTo("the order is delivered", isDelivered);
      app.child.kill("SIGTERM");
      await app.ended;
      deepEqual(await stock(String(id).slice(4)), { taken: 1, captured: 1, codes: 1, violations: [] });
    });
  }

  async function serve(point?: string): Promise<{ app: RunningCommand; url: string }> {
    const args = ["serve", "--port", "0", "--data", folder, "--log-level", "error"];
    const app = startCommand(args, point === undefined ? {} : { EVERMEND_FAILPOINT: `${point}:1` });
    endWithFile(app);
    const [url] = await app.said(/http:\/\/localhost:\d+/);
    return { app, url };
  }

  async function call(url: string, route: string, body?: object): Promise<Record<string, unknown>> {
    const [method = "", place = ""] = route.split(" ");
    const headers = {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": newId(Temporal.Now.instant()),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const reply = await fetch(url + place, { method, headers, ...sent });
    return (await reply.json()) as Record<string, unknown>;
  }

  async function stock(orderId: string): Promise<object> {
    const config = readConfig({}, { dataFolder: folder });
    const { database, close } = await reachDatabase(config, createLog({ level: "silent" }));
    try {
      const { rows } = await database.pool.query(
        `select (select count(*)::integer from money.test_payment
                  where split_part(key, '_', 2) = $1 and outcome = 'succeeded') as taken,
                (select count(*)::integer from platform.event
                  where root_id = $1 and type = 'ChargeCaptured') as captured,
                (select count(*)::integer from contracts.code where order_id = $1) as codes`,
        [orderId],
      );
      const { violations } = await sweepInvariants(database.pool);
      return { ...rows[0], violations };
    } finally {
      await close();
    }
  }
});
