import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import fc from "fast-check";

import { assembly } from "../src/cli/index.ts";
import { createHttp } from "../src/platform/index.ts";
import { anythingFor } from "./support/anythingFor.ts";
import { type BadRequest, badRequestsOf, takeKeys } from "./support/badRequests.ts";
import {
  type Endpoint,
  endpointsOf,
  passkeys,
  pathOf,
  roleFor,
  signIn,
  testClock,
} from "./support/endpoints.ts";
import { problemFaults, type RawAnswer } from "./support/problemFaults.ts";
import { tableCounts } from "./support/tableCounts.ts";
import { type KeyRole, type TestApp, testApp } from "./support/testApp.ts";
import type { TestDatabase } from "./support/testDatabase.ts";
import { testPlatform } from "./support/testPlatform.ts";
import { wrongModule } from "./support/wrongModule.ts";

const SEED = 20_261_121;
const RUNS = 300;
/** Wrong tries are remembered on purpose, and the queue keeps house by itself. */
const REMEMBERED = ["identity.spent_try", "pgboss.queue", "pgboss.version"];
const endpoints = [...endpointsOf(assembly.modules), ...signIn, testClock];
/** The clock is moved last: far ahead nothing else is as it was. */
const fuzzed = [...passkeys, ...endpoints];

/** Who has the permission; owners have an address. */
function callerOf(endpoint: Pick<Endpoint, "permission">): KeyRole | "owner ada@example.org" {
  const role = roleFor(endpoint);
  return role === "owner" ? "owner ada@example.org" : role;
}

type Send = (endpoint: Endpoint, request: Omit<BadRequest, "what">) => Promise<RawAnswer>;

/** What is wrong with the answers to everything that can be wrong with requests to an endpoint. */
async function faultsAt(endpoint: Endpoint, send: Send): Promise<string[]> {
  const faults: string[] = [];
  for (const request of badRequestsOf(endpoint)) {
    const answer = await send(endpoint, request);
    const { statusCode, payload } = answer;
    const wrong = [
      ...(statusCode < 400 || statusCode > 499 ? [`it is answered ${statusCode}`] : problemFaults(answer)),
      ...(request.status === undefined || request.status === statusCode
        ? []
        : [`it is answered ${statusCode}, not ${request.status}`]),
      ...(request.pointer === undefined || names(payload, request.pointer)
        ? []
        : [`${request.pointer} is not named`]),
    ];
    faults.push(...wrong.map((fault) => `${request.what}: ${fault}`));
  }
  return faults;
}

function names(payload: string, pointer: string): boolean {
  const { errors = [] } = JSON.parse(payload) as { errors?: readonly { pointer: string }[] };
  return errors.some((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`));
}

describe("bad input", () => {
  let app: TestApp;
  let database: TestDatabase;
  before(async () => {
    app = await testApp({ now: "2026-06-01T10:00:00Z" });
    database = app.database as TestDatabase;
    for (const caller of new Set(endpoints.map(callerOf))) {
      await app.call(caller, "GET /v1/products");
    }
    await takeKeys(database);
  });
  const send: Send = async (endpoint, { url, headers, payload }) =>
    await app.http.inject({
      method: endpoint.method,
      url,
      headers: { authorization: await app.authorization(callerOf(endpoint)), ...headers },
      ...(payload === undefined ? {} : { payload }),
    });

  it("is tried on every route the application tells of", async () => {
    const { body } = await app.call("public", "GET /openapi.json");
    const told = Object.entries(body.paths as Record<string, object>).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const tried = new Set([...endpoints.map(({ route }) => route), "GET /v1/test-clock"]);
    assert.deepEqual(
      told.filter((route) => !tried.has(route)),
      [],
    );
  });

  /** What was kept when the last route was through: nothing comes in between, and a count takes long. */
  let kept: ReadonlyMap<string, string> | undefined;
  for (const endpoint of endpoints) {
    const count = badRequestsOf(endpoint).length;
    it(`of ${count} kinds is answered by ${endpoint.route} with a problem, and changes nothing`, async () => {
      const before = kept ?? (await tableCounts(database, { except: REMEMBERED }));
      assert.deepEqual(await faultsAt(endpoint, send), []);
      kept = await tableCounts(database, { except: REMEMBERED });
      assert.deepEqual(kept, before);
    });
  }

  it("of any kind breaks nothing", async (context) => {
    for (const endpoint of fuzzed) {
      await fc.assert(
        fc.asyncProperty(anythingFor(endpoint), async (request) => {
          const answer = await send(endpoint, request);
          assert.ok(answer.statusCode < 500, `${answer.statusCode} ${answer.payload}`);
          if (answer.statusCode >= 400) {
            assert.deepEqual(problemFaults(answer), []);
          }
        }),
        { seed: SEED, numRuns: RUNS },
      );
    }
    context.diagnostic(`badInput n=${fuzzed.length * RUNS} violations=0 seed=${SEED}`);
  });
});

describe("what looks for bad answers", () => {
  it("sees a field too many taken, a break, and a write", async () => {
    const { platform, database } = await testPlatform([wrongModule]);
    const http = await createHttp(platform, async () => ({ role: "staff", id: "staff" }));
    const send: Send = async ({ method }, { url, headers, payload }) =>
      await http.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    const [open, breaking, writing] = endpointsOf([wrongModule]) as [Endpoint, Endpoint, Endpoint];
    const taken = await faultsAt(open, send);
    assert.ok(taken.includes("an unknown /nonsense: it is answered 200, not 400"), taken.join("\n"));
    const broken = await faultsAt(breaking, send);
    assert.ok(broken.includes("an id too short: it is answered 500"), broken.join("\n"));
    const before = await tableCounts(database);
    assert.equal((await http.inject({ url: pathOf(writing, "x") })).statusCode, 404);
    assert.notDeepEqual(await tableCounts(database), before);
    await http.close();
  });
});
