import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Violation } from "../../../src/cli/demo/sweepInvariants.ts";
import { startLoad } from "./activationLoad.ts";
import { openCodeStock } from "./codeStock.ts";
import { openHastyProxy } from "./hastyProxy.ts";
import { openJournal, readJournal } from "./journal.ts";
import { judge, type Verdict } from "./judge.ts";
import { type ServedApp, serveApp } from "./servedApp.ts";

/** What is killed, how often, and who stands between. */
export interface KillPlan {
  readonly database: number;
  readonly app: number;
  /** Puts the proxy that acknowledges too early between the clients and the server. */
  readonly hasty?: boolean;
  /** Of the moments at which is killed. */
  readonly seed: number;
  /** Hears of each kill. */
  readonly tell?: (line: string) => void;
}

/** What a run came to. Recovery is from the kill to the next acknowledged activation. */
export interface KillOutcome extends Verdict {
  readonly kills: number;
  readonly recoveriesMs: { readonly database: readonly number[]; readonly app: readonly number[] };
  readonly invariants: number;
  readonly violations: readonly Violation[];
  /** Processes that were still there after the end. */
  readonly left: readonly number[];
  readonly seconds: number;
}

const CLIENTS = 8;
const PAUSE_MS = 20;
/** Each kill comes this long after things went well again, at least and at most. */
const CALM_MS = [150, 900] as const;

/** Activates codes, kills on the way, and compares the clients' record with the database. */
export async function runKills(plan: KillPlan): Promise<KillOutcome> {
  const began = performance.now();
  const outside = await mkdtemp(path.join(os.tmpdir(), "evermend-journal-"));
  const file = path.join(outside, "journal.jsonl");
  const app = await serveApp();
  let left: readonly number[] = [];
  try {
    const recoveriesMs = await killUnderLoad(app, file, plan);
    const { contracts, sweep } = await app.takeStock();
    const verdict = judge(readJournal(file), contracts);
    left = await app.stop();
    return {
      ...verdict,
      kills: plan.database + plan.app,
      recoveriesMs,
      invariants: sweep.invariants.length,
      violations: sweep.violations,
      left,
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } catch (error) {
    await app.stop();
    throw error;
  } finally {
    await rm(outside, { recursive: true, force: true });
  }
}

/** The same numbers from 0 to 1 for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function killUnderLoad(
  app: ServedApp,
  file: string,
  { database, app: apps, hasty = false, seed, tell = () => undefined }: KillPlan,
): Promise<KillOutcome["recoveriesMs"]> {
  const [reseller, integrator] = [await app.key("reseller"), await app.key("integrator")];
  const journal = openJournal(file);
  const proxy = hasty ? await openHastyProxy(app.port) : undefined;
  const failed = new AbortController();
  const load = startLoad({
    url: proxy?.url ?? app.url,
    key: integrator,
    stock: openCodeStock(app.url, reseller, failed.signal),
    journal,
    clients: CLIENTS,
    pauseMs: PAUSE_MS,
    signal: failed.signal,
  });
  const recoveriesMs = { database: [] as number[], app: [] as number[] };
  const [least, most] = CALM_MS;
  const random = randomFrom(seed);
  try {
    for (let kill = 0; kill < database + apps; kill += 1) {
      await load.nextAcknowledgement();
      await pause(least + random() * (most - least));
      const target = kill % 2 === 0 ? nextOf("database", "app") : nextOf("app", "database");
      const from = performance.now();
      await (target === "database" ? app.killDatabase() : app.killApp());
      await load.nextAcknowledgement();
      const took = Math.round(performance.now() - from);
      recoveriesMs[target].push(took);
      const count = `${String(kill + 1).padStart(3)} of ${database + apps}`;
      tell(`${count}  kill -9 ${target.padEnd(8)}  back in ${took} ms`);
    }
    await load.finish();
    return recoveriesMs;
  } finally {
    failed.abort();
    proxy?.close();
    journal.close();
  }

  function nextOf(wanted: "database" | "app", other: "database" | "app"): "database" | "app" {
    const planned = { database, app: apps };
    return recoveriesMs[wanted].length < planned[wanted] ? wanted : other;
  }
}
