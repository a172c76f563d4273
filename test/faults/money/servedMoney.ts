import path from "node:path";
import { newId } from "../../../src/platform/index.ts";
import { type RunningCommand, startCommand } from "../../support/commandLine.ts";
import type { TestApp } from "../../support/testApp.ts";
import { died, endWithFile } from "./died.ts";

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
  endWithFile(command);
  const url = await command.said(/http:\/\/localhost:\d+/).then(
    ([found]) => found,
    (error: unknown) => {
      // One that takes up work at its start may be dead of its point before it serves.
      if (point === undefined) {
        throw error;
      }
      return "";
    },
  );
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
    died: () => died(command, point),
    stop: async () => {
      command.child.kill("SIGTERM");
      await command.ended;
    },
  };
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
