import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createKey, type KeyRole } from "../../identity/index.ts";
import { createLog, type KeptMail, listMail, readConfig, StartupProblem } from "../../platform/index.ts";
import { type Evermend, startEvermend } from "../serve/startEvermend.ts";
import { type Speaker, speakerOf } from "./speaker.ts";
import { type Sweep, sweepInvariants } from "./sweepInvariants.ts";

/** A server on an empty folder with the test clock, and everybody who plays on it. */
export interface Stage {
  readonly url: string;
  readonly folder: string;
  /** A speaker with a key of this role; an owner is who proved this address. */
  speaker(role: KeyRole, email?: string): Promise<Speaker>;
  readonly anybody: Speaker;
  now(): Temporal.Instant;
  /** Lets the time come, and everything that falls due until then happen, in order. */
  waitUntil(at: Temporal.Instant): Promise<void>;
  /** The newest kept mail to an address. */
  newestMail(to: string): Promise<KeptMail>;
  sweep(): Promise<Sweep>;
  /** Takes it all down. Without `keep` the folder goes as well. */
  strike(keep: boolean): Promise<void>;
}

/** Builds the stage. `folder` must be empty or not there yet; without one it is a new temporary folder. */
export async function buildStage(folder: string | undefined, tell: (step: string) => void): Promise<Stage> {
  const place = folder === undefined ? await temporaryFolder() : await demandEmpty(folder);
  // No setting of the operator's counts here: the demo touches nothing but its folder.
  const config = readConfig({}, { dataFolder: place, port: "0", clock: "test", logLevel: "silent" });
  try {
    const evermend = await startEvermend(config, { log: createLog({ level: "silent" }), tell });
    return await stageOf(evermend, place);
  } catch (error) {
    await rm(place, { recursive: true, force: true });
    throw error;
  }
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-demo-"));
  // The database runs as a user of its own, who must be able to pass through.
  await chmod(folder, 0o755);
  return folder;
}

async function demandEmpty(folder: string): Promise<string> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") {
      return [];
    }
    throw error;
  });
  if (found.length > 0) {
    throw new StartupProblem(`${folder} is not empty; name an empty folder, or none at all.`, {
      exitCode: 3,
    });
  }
  return path.resolve(folder);
}

async function stageOf(evermend: Evermend, folder: string): Promise<Stage> {
  const { platform, url } = evermend;
  const { database, clock } = platform;
  const leaving = new AbortController();
  const speaker = async (role: KeyRole, email?: string): Promise<Speaker> => {
    const { token } = await createKey(
      database,
      { role, email, label: "demo", createdBy: "demo" },
      clock.now(),
    );
    return speakerOf(url, leaving.signal, token);
  };
  const timekeeper = await speaker("manager");
  return {
    url,
    folder,
    speaker,
    anybody: speakerOf(url, leaving.signal),
    now: () => clock.now(),
    waitUntil: (at) => timekeeper.moveClock(at),
    newestMail: async (to) => {
      const mail = (await listMail(folder)).find((kept) => kept.to === to);
      if (mail === undefined) {
        throw new Error(`no mail has come to ${to}`);
      }
      return mail;
    },
    sweep: () => sweepInvariants(database.pool),
    strike: async (keep) => {
      leaving.abort();
      await evermend.stop();
      if (!keep) {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
