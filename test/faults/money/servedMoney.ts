import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { newId } from "../../../src/platform/index.ts";
import { type RunningCommand, startCommand } from "../../support/commandLine.ts";
import type { TestApp } from "../../support/testApp.ts";
import { atEnd } from "../../support/testDatabase.ts";

/** Evermend as a process of its own, on the database and the folder of an application that works no more. */
export interface ServedMoney {
  /** Calls it as a role. Undefined: it died before it answered. */
  call(as: Parameters<TestApp["authorization"]>[0], route: string, body?: object): Promise<Told | undefined>;
  /**
   * Waits until it is dead; answers with the signal that killed it. Errors: it never comes to its point.
   */
  died(): Promise<NodeJS.Signals | null>;
  /** Ends it in order. */
  stop(): Promise<void>;
}

/** An answer over HTTP. */
export interface Told {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Far beyond what a start and a job need on a machine that is busy. */
const LONGEST_MS = 120_000;
/** Makes a build whose bank forgets what it was told under a key: the control. */
const FORGETFUL = path.join(import.meta.dirname, "forgetfulBank.ts");
/** Makes a build that makes pieces of batches unguarded: another control. */
const UNGUARDED = path.join(import.meta.dirname, "unguardedBatch.ts");

/** Starts it; at `point` it kills itself, as if its power was cut. */
export async function serveMoney(
  { platform, database, authorization }: Pick<TestApp, "platform" | "database" | "authorization">,
  { point, forgetsKeys = false, isUnguarded = false, planted, programmes, settings }: ServeOptions = {},
): Promise<ServedMoney> {
  const { dataFolder } = platform.config;
  const args = ["serve", "--port", "0", "--data", dataFolder, "--clock", "test", "--log-level", "error"];
  const named = programmes === undefined ? [] : ["--programmes", programmes];
  const command: RunningCommand = startCommand([...args, ...named], {
    EVERMEND_DATABASE_URL: urlOf(database.address),
    ...settings,
    ...(point === undefined ? {} : { EVERMEND_FAILPOINT: point }),
    ...(forgetsKeys ? { NODE_OPTIONS: `--import=${FORGETFUL}` } : {}),
    ...(planted === undefined ? {} : { NODE_OPTIONS: `--import=${planted}` }),
    ...(isUnguarded ? { NODE_OPTIONS: `--import=${UNGUARDED}` } : {}),
  });
  // A test that fails on the way leaves nothing that runs, and so ends.
  atEnd(async () => {
    command.child.kill("SIGKILL");
    await command.ended;
  });
  // One that takes up work at its start may be dead before it serves.
  const [url = ""] = (await command.said(/http:\/\/localhost:\d+/).catch(() => undefined)) ?? [];
  return {
    call: async (as, route, body) => {
      const [method = "", place = ""] = route.split(" ");
      const headers = {
        authorization: await authorization(as),
        "content-type": "application/json",
        "idempotency-key": newId(Temporal.Now.instant()),
      };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      try {
        const reply = await fetch(url + place, { method, headers, ...sent });
        return { status: reply.status, body: (await reply.json()) as Told["body"] };
      } catch {
        return undefined;
      }
    },
    died: async () => {
      await dead(command, point);
      return command.child.signalCode;
    },
    stop: async () => {
      command.child.kill("SIGTERM");
      await command.ended;
    },
  };
}

/** One that never comes to its point is ended, and the test is told where it should have died. */
async function dead({ child, ended }: RunningCommand, point: string | undefined): Promise<void> {
  const over = new AbortController();
  const tired = setTimeout(LONGEST_MS, "tired", { signal: over.signal }).catch(() => "over");
  const first = await Promise.race([ended, tired]);
  over.abort();
  if (first === "tired") {
    child.kill("SIGKILL");
    await ended;
    throw new Error(`it never came to ${point ?? "an end"}: it had answered, and nothing more happened`);
  }
}

interface ServeOptions {
  /** `name:n`. */
  readonly point?: string | undefined;
  readonly forgetsKeys?: boolean | undefined;
  readonly isUnguarded?: boolean | undefined;
  /** A module loaded before Evermend, which makes it a build with a fault. */
  readonly planted?: string | undefined;
  readonly programmes?: string | undefined;
  /** More of them, as the environment has them. */
  readonly settings?: Readonly<Record<string, string>> | undefined;
}

function urlOf(address: object): string {
  const { host, port, user, password, database } = address as Record<string, string | number>;
  const who = `${user}:${encodeURIComponent(String(password))}`;
  return `postgres://${who}@${encodeURIComponent(String(host))}:${port}/${database}`;
}
