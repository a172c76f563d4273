import { deepEqual } from "node:assert/strict";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { createKey } from "../../../src/identity/index.ts";
import {
  createLog,
  type Database,
  newId,
  openTestClock,
  reachDatabase,
  readConfig,
} from "../../../src/platform/index.ts";
import { type RunningCommand, startCommand } from "../../support/commandLine.ts";

const ROLES = ["reseller", "staff", "manager", "integrator", "owner"] as const;
type Role = (typeof ROLES)[number] | "second manager";

const LOOKS = 600;
const BETWEEN_LOOKS_MS = 50;

/** What a call was answered. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly body: Record<string, unknown>;
}

/** Evermend on a data folder of its own, with the database in it, as its operator has it. */
export class FolderServer {
  readonly folder: string;
  readonly #keys = new Map<Role, string>();
  #running: { readonly command: RunningCommand; readonly url: string } | undefined;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** A new one at this hour, with a key for each role; it does not serve yet. */
  static async open(now: string): Promise<FolderServer> {
    const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-restored-"));
    await chmod(folder, 0o755);
    const server = new FolderServer(folder);
    const at = Temporal.Instant.from(now);
    await server.beside(async (database) => {
      await (await openTestClock(database.pool)).set(database.pool, at);
      for (const role of [...ROLES, "second manager"] as const) {
        const kind = role === "second manager" ? "manager" : role;
        const email = role === "owner" ? "ada@example.org" : undefined;
        const made = { role: kind, email, label: role, createdBy: "test" };
        server.#keys.set(role, (await createKey(database, made, at)).token);
      }
    });
    return server;
  }

  /** Asks its database while it does not serve. */
  async beside<Result>(ask: (database: Database) => Promise<Result>): Promise<Result> {
    const config = readConfig({}, { dataFolder: this.folder });
    const { database, close } = await reachDatabase(config, createLog({ level: "silent" }));
    try {
      return await ask(database);
    } finally {
      await close();
    }
  }

  async serve(): Promise<void> {
    const args = ["serve", "--port", "0", "--data", this.folder, "--clock", "test", "--log-level", "fatal"];
    const command = startCommand(args);
    const [url] = await command.said(/http:\/\/localhost:\d+/);
    this.#running = { command, url };
  }

  /** Stops it in order. */
  async stop(): Promise<void> {
    this.#running?.command.child.kill("SIGTERM");
    await this.#running?.command.ended;
    this.#running = undefined;
  }

  async call(as: Role, route: string, body?: object): Promise<Answered> {
    const [method = "", place = ""] = route.split(" ");
    const headers = {
      authorization: `Bearer ${this.#keys.get(as)}`,
      "content-type": "application/json",
      "idempotency-key": newId(Temporal.Now.instant()),
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const reply = await fetch(`${this.#running?.url}${place}`, { method, headers, ...sent });
    const type = reply.headers.get("content-type") ?? "";
    return { status: reply.status, type, body: (await reply.json()) as Answered["body"] };
  }

  /** The same, and it must be done. */
  async done(as: Role, route: string, body?: object): Promise<Answered["body"]> {
    const answered = await this.call(as, route, body);
    deepEqual(answered.status < 300, true, `${route}: ${JSON.stringify(answered.body)}`);
    return answered.body;
  }

  /** Looks until it is so. */
  async comes(as: Role, route: string, isSo: (body: Answered["body"]) => boolean): Promise<void> {
    let body = await this.done(as, route);
    for (let looks = 0; !isSo(body); looks += 1) {
      deepEqual(looks < LOOKS, true, `${route} never came to it: ${JSON.stringify(body)}`);
      await setTimeout(BETWEEN_LOOKS_MS);
      body = await this.done(as, route);
    }
  }

  async remove(): Promise<void> {
    await this.stop();
    for (const name of ["", ".copy", ".gone"]) {
      await rm(this.folder + name, { recursive: true, force: true });
    }
  }
}
