import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { type Sweep, sweepInvariants } from "../../../src/cli/demo/sweepInvariants.ts";
import { processesIn } from "../../../src/platform/cluster/processes.ts";
import { createLog, reachDatabase, readConfig } from "../../../src/platform/index.ts";
import { type RunningCommand, runCommand, startCommand } from "../../support/commandLine.ts";
import type { KeptContract } from "./judge.ts";

/** Evermend as its own process on a folder of its own, started again by us whenever it dies. */
export interface ServedApp {
  readonly url: string;
  readonly port: number;
  /** An API key of this role. */
  key(role: string): Promise<string>;
  /** kill -9 of every process of the database at once. Its supervisor, the application, starts it again. */
  killDatabase(): Promise<void>;
  /** kill -9 of the application. We start it again as soon as it is gone. */
  killApp(): Promise<void>;
  /** What stands in the database, asked beside the server, and the sweep of its invariants. */
  takeStock(): Promise<{ readonly contracts: readonly KeptContract[]; readonly sweep: Sweep }>;
  /** Ends it in order and removes the folder. Answers with what it left running: nothing. */
  stop(): Promise<readonly number[]>;
}

const CONTRACTS = `
  select 'ctr_' || c.device_id || '_' || c.no as id, d.serial
    from contracts.contract as c join contracts.device as d using (device_id)`;

/** Starts it. */
export async function serveApp(): Promise<ServedApp> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-kill-"));
  await chmod(folder, 0o755);
  const port = await freePort();
  const cluster = path.join(folder, "postgres");
  const start = async (): Promise<RunningCommand> => {
    const args = ["serve", "--port", String(port), "--data", folder, "--log-level", "error"];
    const command = startCommand(args);
    await command.said(/serves on/);
    return command;
  };
  let running = await start();
  return {
    port,
    url: `http://localhost:${port}`,
    key: async (role) => {
      const { code, stdout, stderr } = await runCommand(["keys", "create", "--role", role, "--data", folder]);
      if (code !== 0) {
        throw new Error(`no key: ${stderr}`);
      }
      return stdout.trim();
    },
    killDatabase: async () => {
      for (const pid of await processesIn(cluster)) {
        killIfThere(pid);
      }
    },
    killApp: async () => {
      running.child.kill("SIGKILL");
      await running.ended;
      running = await start();
    },
    takeStock: async () => {
      const config = readConfig({}, { dataFolder: folder });
      const { database, close } = await reachDatabase(config, createLog({ level: "silent" }));
      try {
        const { rows } = await database.pool.query<KeptContract>(CONTRACTS);
        return { contracts: rows, sweep: await sweepInvariants(database.pool) };
      } finally {
        await close();
      }
    },
    stop: async () => {
      running.child.kill("SIGTERM");
      await running.ended;
      const left = await processesIn(cluster);
      await rm(folder, { recursive: true, force: true });
      return left;
    },
  };
}

/** A backend may have ended by itself since it was listed. */
function killIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") {
      throw error;
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
