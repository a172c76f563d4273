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

/** After a number was taken, and after the invoice with it was written: both before the commit. */
const POINTS = ["invoice_numbered:1", "invoice_written:1", "invoice_numbered:2"] as const;
/** Orders after which it should have died long ago. */
const MOST = 50;

describe("the process is killed while an invoice is issued", () => {
  let folder: string;
  let key: string;
  let placed = 0;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "evermend-invoices-"));
    await chmod(folder, 0o755);
    const { app } = await serve();
    const { stdout } = await runCommand(["keys", "create", "--role", "reseller", "--data", folder]);
    key = stdout.trim();
    app.child.kill("SIGTERM");
    await app.ended;
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const point of POINTS) {
    it(`at ${point}: every order has one invoice, and no number is lost`, async () => {
      const doomed = await serve(point);
      for (let bought = 0; doomed.app.child.signalCode === null && bought < MOST; bought += 1) {
        const id = await buy(doomed.url).catch(() => undefined);
        if (id === undefined) {
          break;
        }
      }
      equal(await died(doomed.app, point), "SIGKILL", "it came to the point");
      const { app, url } = await serve();
      await buy(url);
      await comesTo("all is billed", async () => (await unbilled()) === 0);
      app.child.kill("SIGTERM");
      await app.ended;
      const { numbers, violations } = await stock();
      deepEqual(
        numbers,
        Array.from({ length: numbers.length }, (_, place) => place + 1),
      );
      equal(numbers.length >= placed, true, `${numbers.length} invoices of at least ${placed} paid orders`);
      deepEqual(violations, []);
    });
  }

  async function buy(url: string): Promise<string> {
    const { id } = await call(url, "POST /v1/orders", {
      lines: [{ sku: "U-3889316", quantity: 1 }],
      buyer: { email: "shop@example.org", name: "A shop", country: "PL" },
      delivery: { option: "email" },
    });
    await call(url, `POST /v1/orders/${id}/payment`, { method: "test_success" });
    placed += 1;
    return String(id);
  }

  async function serve(point?: string): Promise<{ app: RunningCommand; url: string }> {
    const args = ["serve", "--port", "0", "--data", folder, "--log-level", "error"];
    const app = startCommand(args, point === undefined ? {} : { EVERMEND_FAILPOINT: point });
    endWithFile(app);
    const [url] = await app.said(/http:\/\/localhost:\d+/);
    return { app, url };
  }

  async function call(url: string, route: string, body: object): Promise<Record<string, unknown>> {
    const [method = "", place = ""] = route.split(" ");
    const headers = {
      authorization: `Bearer ${key}`,
      "content-type": "application/json",
      "idempotency-key": newId(Temporal.Now.instant()),
    };
    const reply = await fetch(url + place, { method, headers, body: JSON.stringify(body) });
    return (await reply.json()) as Record<string, unknown>;
  }

  const unbilled = async (): Promise<number> =>
    await inDatabase(
      async (pool) =>
        (
          await pool.query(
            `select count(*)::integer as n from money.charge as c
              where c.state = 'captured' and c.purpose = 'order' and not exists (
                select from commerce.invoice as i where i.order_id = c.root_id)`,
          )
        ).rows[0].n,
    );

  const stock = async () =>
    await inDatabase(async (pool) => {
      const { rows } = await pool.query("select number from commerce.invoice order by number");
      const { violations } = await sweepInvariants(pool);
      return { numbers: rows.map(({ number }: { number: number }) => number), violations };
    });

  async function inDatabase<Answer>(
    ask: (pool: Awaited<ReturnType<typeof reachDatabase>>["database"]["pool"]) => Promise<Answer>,
  ): Promise<Answer> {
    const config = readConfig({}, { dataFolder: folder });
    const { database, close } = await reachDatabase(config, createLog({ level: "silent" }));
    try {
      return await ask(database.pool);
    } finally {
      await close();
    }
  }
});
