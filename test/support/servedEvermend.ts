import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { startEvermend } from "../../src/cli/serve/startEvermend.ts";
import { type Client, createClient } from "../../src/client/index.ts";
import { createKey, type KeyRole } from "../../src/identity/index.ts";
import {
  advanceTestClock,
  createLog,
  listMail,
  type Platform,
  readConfig,
  type TestClock,
} from "../../src/platform/index.ts";
import { atEnd, testDatabase } from "./testDatabase.ts";

/** Evermend as `evermend serve` serves it, on the test clock, until the test file ends. */
export interface ServedEvermend {
  readonly url: string;
  readonly platform: Platform;
  /** The typed client with a key of this role; an owner is who proved this address. */
  as(role: KeyRole, email?: string): Promise<Client>;
  /** Lets the time come, with everything that falls due on the way. */
  moveTo(at: string): Promise<void>;
  /** Lets the jobs that were started finish. */
  settle(): Promise<void>;
  /** The six digits in the newest mail that has any. */
  mailedCode(): Promise<string>;
  /** The link that signs this persona in, once. */
  personaLink(persona: string): Promise<string>;
}

/** Starts it with the clock at this instant. */
export async function servedEvermend(now: string): Promise<ServedEvermend> {
  const { address } = await testDatabase();
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "evermend-served-"));
  atEnd(() => rm(dataFolder, { recursive: true, force: true }));
  const { host, port, user, password, database } = address;
  const where = `${encodeURIComponent(host)}:${port}`;
  const databaseUrl = `postgres://${user}:${encodeURIComponent(password)}@${where}/${database}`;
  const settings = { dataFolder, databaseUrl, port: "0", clock: "test", logLevel: "silent" } as const;
  const { url, platform, personaLinks, stop } = await startEvermend(readConfig({}, settings), {
    log: createLog({ level: "silent" }),
  });
  atEnd(stop);
  const clock = platform.clock as TestClock;
  await clock.set(platform.database.pool, Temporal.Instant.from(now));
  return {
    url,
    platform,
    as: async (role, email) => {
      const made = { role, email, label: "journey", createdBy: "test" };
      const { token } = await createKey(platform.database, made, clock.now());
      return createClient({ baseUrl: url, key: token, tries: 1 });
    },
    moveTo: async (at) => {
      await advanceTestClock(platform, clock, Temporal.Instant.from(at));
      await platform.jobs.drained();
    },
    settle: () => platform.jobs.drained(),
    mailedCode: async () => {
      await platform.jobs.drained();
      const mails = await listMail(dataFolder);
      const code = mails.map(({ subject }) => /^\d{6}/.exec(subject)?.[0]).find((one) => one !== undefined);
      assert.ok(code !== undefined, "a code was mailed");
      return code;
    },
    personaLink: async (persona) => {
      const link = (await personaLinks()).find((one) => one.persona === persona)?.url;
      assert.ok(link !== undefined, `${persona} has a link`);
      return link;
    },
  };
}
