import { deepEqual, equal, ok } from "node:assert/strict";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { sweepInvariants } from "../../src/cli/demo/sweepInvariants.ts";
import { createLog, newId, reachDatabase, readConfig } from "../../src/platform/index.ts";
import { warsaw } from "../support/cases.ts";
import { comesTo } from "../support/comesTo.ts";
import { type RunningCommand, runCommand, startCommand } from "../support/commandLine.ts";
import { died, endWithFile } from "./money/died.ts";

type Body = Record<string, unknown>;
const ROLES = ["reseller", "integrator", "staff", "manager"] as const;
const FOUND = { cause: "defect", parts: ["camera"], modified: false, warrantyEndsAt: "2099-01-01T00:00:00Z" };

describe("the process is killed while a recovery is sent to its supplier", () => {
  let folder: string;
  const keys = new Map<string, string>();
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "evermend-recoveries-"));
    await chmod(folder, 0o755);
    const { app } = await serve();
    for (const role of ROLES) {
      const { stdout } = await runCommand(["keys", "create", "--role", role, "--data", folder]);
      keys.set(role, stdout.trim());
    }
    await end(app);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("nothing is outside that is not in our books: no letter before its row, and one after it", async () => {
    const first = await serve();
    const id = await due(first.url);
    await end(first.app);
    const doomed = await serve("recovery_sent:1");
    await send(doomed.url, id).catch(() => undefined);
    equal(await died(doomed.app, "recovery_sent"), "SIGKILL", "it came to the point");
    const second = await serve();
    const shown = await call(second.url, "staff", `GET /v1/recoveries/${id}`);
    deepEqual([shown.state, await mails()], ["due", 0], "before the commit there is neither");
    deepEqual((await call(second.url, "staff", "GET /v1/recoveries")).balances, []);
    equal((await send(second.url, id)).state, "sent");
    await send(second.url, id);
    await comesTo("the letter has left", async () => (await mails()) > 0);
    await end(second.app);
    equal(await mails(), 1, "and it leaves once");
    const config = readConfig({}, { dataFolder: folder });
    const { database, close } = await reachDatabase(config, createLog({ level: "silent" }));
    deepEqual((await sweepInvariants(database.pool)).violations, []);
    await close();
  });

  /** A recovery that is due: of a case by warranty, brought to its close. */
  async function due(url: string): Promise<string> {
    const maker = { supplier: "dji", name: "DJI", country: "DE", zone: "Europe/Berlin", cutOff: "15:00" };
    await call(url, "manager", "POST /v1/suppliers", { ...maker, email: "claims@dji.example" });
    await call(url, "manager", "PUT /v1/recovery-agreements", {
      ...{ supplier: "dji", validFrom: "2020-01-01", kind: "maker", models: [], series: [], currency: "EUR" },
      ...{ labourMinor: 2_500, parts: [], months: null, claimDays: 30, answerDays: 30 },
    });
    const order = await call(url, "reseller", "POST /v1/orders", {
      lines: [{ sku: "U-3889316", quantity: 1 }],
      buyer: { email: "shop@example.org", name: "A shop", country: "PL" },
      delivery: { option: "email" },
    });
    await call(url, "reseller", `POST /v1/orders/${order.id}/payment`, { method: "test_success" });
    let code: string | undefined;
    await comesTo("the code is there", async () => {
      const { data } = await call(url, "reseller", `POST /v1/orders/${order.id}/codes`, {});
      code = (data as { code: string }[] | undefined)?.[0]?.code;
      return code !== undefined;
    });
    const now = Temporal.Now.instant();
    const serial = "AC4A7K2M9Q1R";
    await call(url, "integrator", "POST /v1/activations", {
      ...{ code, serial, holder: { name: "Ada", email: "ada@example.org" } },
      device: { model: "osmo-action-4", activatedAt: now.subtract({ hours: 240 }).toString(), region: "EU" },
    });
    const incident = { at: now.toString(), cause: "defect", parts: ["camera"] };
    const opened = await call(url, "staff", "POST /v1/claims", { serial, incident, channel: "online" });
    const { id } = opened.claim as { id: string };
    const step = (name: string, body: Body) => call(url, "staff", `POST /v1/claims/${id}/${name}`, body);
    await step("intake", { serial, parts: ["camera", "battery"], condition: "dead" });
    await step("inspection", { findings: FOUND });
    await step("choice", { route: "warranty" });
    await step("shipment", { carrier: "DPD", tracking: "T-1", address: warsaw });
    equal((await step("closure", {})).state, "closed");
    let found: { id: string } | undefined;
    await comesTo("a recovery is due", async () => {
      const { data } = await call(url, "staff", "GET /v1/recoveries");
      [found] = data as { id: string }[];
      return found !== undefined;
    });
    return String((found as { id: string } | undefined)?.id);
  }

  const send = (url: string, id: string) => call(url, "staff", `POST /v1/recoveries/${id}/sending`, {});

  /** How many mails to the supplier were kept, each with the pack that the row holds. */
  async function mails(): Promise<number> {
    const text = await readFile(path.join(folder, "mail.jsonl"), "utf8").catch(() => "");
    const all = text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as { to: string; attachments: { filename: string }[] });
    const told = all.filter(({ to }) => to.includes("claims@dji.example"));
    ok(told.every(({ attachments }) => attachments[0]?.filename.startsWith("rcv_") === true));
    return told.length;
  }

  async function serve(point?: string): Promise<{ app: RunningCommand; url: string }> {
    const args = ["serve", "--port", "0", "--data", folder, "--log-level", "error"];
    const app = startCommand(args, point === undefined ? {} : { EVERMEND_FAILPOINT: point });
    endWithFile(app);
    const [url] = await app.said(/http:\/\/localhost:\d+/);
    return { app, url };
  }

  async function end(app: RunningCommand): Promise<void> {
    app.child.kill("SIGTERM");
    await app.ended;
  }

  async function call(url: string, role: string, route: string, body?: object): Promise<Body> {
    const [method = "", place = ""] = route.split(" ");
    const headers = {
      authorization: `Bearer ${keys.get(role)}`,
      "content-type": "application/json",
      "idempotency-key": newId(Temporal.Now.instant()),
    };
    const reply = await fetch(url + place, {
      ...{ method, headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await reply.json()) as Body;
  }
});
