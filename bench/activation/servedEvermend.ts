import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import type pg from "pg";
import { planProductOf } from "../../src/catalogue/index.ts";
import { assembly } from "../../src/cli/index.ts";
import { mintCodes, openCodesOf } from "../../src/contracts/index.ts";
import { createKey } from "../../src/identity/index.ts";
import {
  createLog,
  createPlatform,
  newId,
  type Platform,
  reachDatabase,
  readConfig,
  systemCaller,
  transact,
} from "../../src/platform/index.ts";
import { openMailer } from "../../src/platform/mail.ts";
import { openMetrics } from "../../src/platform/metrics.ts";
import { openSecrets } from "../../src/platform/secrets.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const SKU = "U-3889316";

/** An Evermend that serves in a process of its own, and the doors beside it that a bench needs. */
export interface ServedEvermend {
  readonly port: number;
  readonly token: string;
  /** Reaches the same database as its owner. */
  readonly connection: pg.ClientConfig;
  /** A platform over the same database, in this process; its modules run no jobs here. */
  readonly platform: Platform;
  /** Codes that were sold and not used, in clear. */
  sell(count: number): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts it on an empty folder and waits until it answers. */
export async function serveEvermend(): Promise<ServedEvermend> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "evermend-bench-"));
  await chmod(dataFolder, 0o755);
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [path.join(ROOT, "src/main.ts"), "serve", "--port", String(port), "--data", dataFolder],
    { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, EVERMEND_LOG_LEVEL: "error" } },
  );
  await untilHealthy(port, server);
  const config = readConfig({}, { dataFolder, poolSize: "4" });
  const log = createLog({ level: "error" });
  const reached = await reachDatabase(config, log);
  const { host, port: socketPort, user, password, database } = reached.database.pool.options;
  const connection = { host, port: socketPort, user, password, database } as pg.ClientConfig;
  const { platform, stop } = await createPlatform(
    {
      config,
      log,
      secrets: await openSecrets(dataFolder),
      mailer: openMailer(config),
      disk: { room: async () => undefined },
      metrics: openMetrics(),
      connection,
    },
    // Its reactions are written down as jobs; the serving process works them off.
    assembly.modules.map((module) => ({ ...module, deadlines: [] })),
    assembly.permits,
    { worksJobs: false },
  );
  const { token } = await transact(platform, systemCaller, (tx) =>
    createKey(tx, { role: "integrator", label: "bench", createdBy: "system" }, tx.at),
  );
  return {
    port,
    token,
    connection,
    platform,
    sell: (count) => sell(platform, count),
    stop: async () => {
      await stop();
      await reached.close();
      await ended(server);
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function sell(platform: Platform, count: number): Promise<string[]> {
  const product = await planProductOf({ query: platform.database.query, at: platform.clock.now() }, SKU);
  if (product === undefined) {
    throw new Error(`nothing is sold as ${SKU}`);
  }
  const codes: string[] = [];
  while (codes.length < count) {
    const wanted = Math.min(1_000, count - codes.length);
    const minted = await transact(platform, systemCaller, (tx) =>
      mintCodes(tx, { orderId: newId(tx.at), lineNo: 1, product, region: "EU", count: wanted, at: tx.at }),
    );
    codes.push(...openCodesOf(platform, minted).map(({ code }) => code));
  }
  return codes;
}

async function freePort(): Promise<number> {
  const probe = net.createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function untilHealthy(port: number, server: ChildProcess): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) {
      throw new Error(`the server ended with ${server.exitCode} before it answered`);
    }
    const answered = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (answered) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function ended(server: ChildProcess): Promise<void> {
  const exit = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGINT");
  await exit;
}
