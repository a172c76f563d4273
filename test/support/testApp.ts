import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { assembly } from "../../src/cli/index.ts";
import { createKey } from "../../src/identity/index.ts";
import {
  createHttp,
  newId,
  type Platform,
  serveHealth,
  serveTestClock,
  systemCaller,
  type TestClock,
  transact,
} from "../../src/platform/index.ts";
import { atEnd } from "./testDatabase.ts";
import { type TestPlatformOptions, testPlatform } from "./testPlatform.ts";

export type KeyRole = "owner" | "reseller" | "staff" | "manager" | "integrator";

/** An answer, read. */
export interface Answer {
  readonly status: number;
  // A journey looks into answers of many shapes; their schemas are checked where they are made.
  readonly body: Record<string, unknown>;
}

/** The whole application on a database of its own, without a port: requests are injected. */
export interface TestApp {
  readonly platform: Platform;
  readonly http: FastifyInstance;
  readonly database: { readonly address: object };
  /**
   * Calls as a role; owners by their e-mail, others too where it matters. Another word makes another key of
   * the same address: `reseller rita@example.com again`. POSTs get a fresh key unless one is given.
   */
  call(
    as: KeyRole | `${KeyRole} ${string}` | "public",
    route: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** The authorization header of a role, for requests that are injected by hand. */
  authorization(as: KeyRole | `${KeyRole} ${string}`): Promise<string>;
  /** Moves the test clock and lets everything that is due happen. */
  moveTo(at: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it. The clock is the test clock, set to `now`, unless `clock` says otherwise. */
export async function testApp(
  options: { readonly now?: string } & Pick<TestPlatformOptions, "clock" | "disk" | "settings"> = {},
): Promise<TestApp> {
  const clock = options.clock ?? "test";
  const { platform, database, stop } = await testPlatform(assembly.modules, {
    ...options,
    clock,
    permits: assembly.permits,
  });
  if (options.now !== undefined) {
    await (platform.clock as TestClock).set(platform.database.pool, Temporal.Instant.from(options.now));
  }
  await assembly.prepare(platform);
  const http = await createHttp(platform, assembly.authenticate(platform));
  serveHealth(http, platform);
  await assembly.addPages(http, platform);
  if (clock === "test") {
    serveTestClock(http, platform, platform.clock as TestClock);
  }
  await http.ready();
  // One that listens would keep a file alive whose `before` fails later on.
  atEnd(() => http.close());
  const keys = new Map<string, Promise<string>>();
  const keyOf = (who: string): Promise<string> => {
    const [role, email] = who.split(" ") as [KeyRole, string | undefined];
    const key = keys.get(who) ?? makeKey(platform, role, email);
    keys.set(who, key);
    return key;
  };
  const call: TestApp["call"] = async (as, route, body, headers = {}) => {
    const [method, url] = route.split(" ") as ["GET" | "POST", string];
    const reply = await http.inject({
      method,
      url,
      ...(body === undefined ? {} : { payload: body }),
      headers: {
        ...(as === "public" ? {} : { authorization: `Bearer ${await keyOf(as)}` }),
        ...(method === "GET" ? {} : { "idempotency-key": newId(Temporal.Now.instant()) }),
        ...headers,
      },
    });
    return { status: reply.statusCode, body: reply.json() as Record<string, unknown> };
  };
  return {
    platform,
    http,
    database,
    call,
    authorization: async (as) => `Bearer ${await keyOf(as)}`,
    moveTo: async (at) => {
      const { status, body } = await call("manager", "POST /v1/test-clock", { now: at });
      assert.equal(status, 200, JSON.stringify(body));
    },
    stop: async () => {
      await http.close();
      await stop();
    },
  };
}

async function makeKey(platform: Platform, role: KeyRole, email: string | undefined): Promise<string> {
  const { token } = await transact(platform, systemCaller, (tx) =>
    createKey(tx, { role, label: "test", email, createdBy: "system" }, tx.at),
  );
  return token;
}
