import assert from "node:assert/strict";
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

/** Evermend as `evermend serve` serves it, on the test clock. */
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
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

/** Where it keeps its data, and what time it is there. Without a `databaseUrl` it brings its own database. */
export interface Setting {
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly now: string;
}

/** Starts it. */
export async function serveEvermend({ dataFolder, databaseUrl, now }: Setting): Promise<ServedEvermend> {
  const settings = { dataFolder, databaseUrl, port: "0", clock: "test", logLevel: "silent" };
  const { url, platform, personaLinks, stop } = await startEvermend(readConfig({}, settings), {
    log: createLog({ level: "silent" }),
  });
  const clock = platform.clock as TestClock;
  await clock.set(platform.database.pool, Temporal.Instant.from(now));
  return {
    url,
    platform,
    stop,
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
