import type { Platform } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { openMode, startMode, wakeNight, wakeTries, worldHas, worldNow } from "./modeStore.ts";
import { worldIsOlder } from "./worldIsOlder.ts";
import { readMark, writeMark } from "./worldMark.ts";

/** How often the mark is written. */
const MARK_MS = 5_000;

const looked = new WeakMap<Platform, Promise<void>>();

/**
 * Whether no money may be taken and nothing shipped now. The first to ask in a process compares the database
 * with the mark of its data folder: no provider is called before that is known.
 */
export async function isReconciling(platform: Platform): Promise<boolean> {
  await lookOnce(platform);
  return (await openMode(platform.database)) !== undefined;
}

/** The refusal of an act that finds by its own statement that the world outside is not matched. */
export function refuseUnmatched(): ReturnType<typeof refuse> {
  return refuse("reconciling");
}

/** Compares the database with the mark, once in a process. */
export function lookOnce(platform: Platform): Promise<void> {
  const running =
    looked.get(platform) ??
    look(platform).catch((error: unknown) => {
      looked.delete(platform);
      throw error;
    });
  looked.set(platform, running);
  return running;
}

async function look(platform: Platform): Promise<void> {
  const { config, database, clock, log } = platform;
  const mark = await readMark(config.dataFolder);
  if (mark === undefined) {
    return;
  }
  const now = await worldNow(database);
  const { event = null, posting = null } = mark?.world ?? {};
  const kept = await worldHas(
    database,
    ...[event?.rootId ?? null, event?.seq ?? null, event?.hash ?? null],
    ...[posting?.rootId ?? null, posting?.no ?? null, posting?.source ?? null],
  );
  const reason =
    mark === null
      ? "the mark of this data folder cannot be read"
      : worldIsOlder(mark.world, now, { ...kept, isCopied: mark.isCopied });
  if (reason === undefined) {
    return;
  }
  const at = clock.now();
  if ((await startMode(database, reason, "system", at)) !== undefined) {
    log.error({ reason }, "no money is taken and nothing shipped until the world outside is matched");
  }
  await wakeTries(database, at);
  await wakeNight(database, at);
  await markWorld(platform);
}

/** Notes what the database is now, in the data folder. */
export async function markWorld({ config, database, clock }: Platform): Promise<void> {
  await writeMark(config.dataFolder, { world: await worldNow(database), seenAt: clock.now().toString() });
}

/** Compares, then keeps the mark up to date until it is stopped. */
export async function watchWorld(platform: Platform): Promise<{ stop(): Promise<void> }> {
  await lookOnce(platform);
  await markWorld(platform);
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(() => markQuietly(platform));
  }, MARK_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
      await markQuietly(platform);
    },
  };
}

async function markQuietly(platform: Platform): Promise<void> {
  try {
    await markWorld(platform);
  } catch (error) {
    platform.log.warn({ err: error }, "what the database has could not be noted in the data folder");
  }
}
