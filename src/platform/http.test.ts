import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { testPlatform } from "../../test/support/testPlatform.ts";
import {
  accepted,
  act,
  createHttp,
  eventFeed,
  Instant,
  type Module,
  newId,
  notFound,
  type Platform,
  read,
  refusals,
  serveHealth,
  serveTestClock,
  shape,
  type TestClock,
} from "./index.ts";

const refuse = refusals({ tower_closed: { says: "The tower is closed.", next: "Come back after nine." } });
const Ring = shape({
  tower: Type.String({ maxLength: 30 }),
  times: Type.Integer(),
  at: Type.Optional(Instant),
});
const ring = act({
  route: "POST /v1/rings",
  permission: "bell.ring",
  summary: "Rings",
  body: Ring,
  reply: shape({ times: Type.Integer() }),
  status: 201,
  dryRun: true,
  run: async (tx, command) => {
    tx.record(command.tower, [{ type: "BellRung", times: command.times }]);
    return command.times > 12 ? refuse("tower_closed") : accepted({ times: command.times });
  },
});
const lookUp = read({
  route: "GET /v1/towers/{name}",
  permission: "bell.look",
  summary: "Looks a tower up",
  params: shape({ name: Type.String() }),
  query: shape({ floor: Type.Optional(Type.Integer()) }),
  reply: shape({ name: Type.String(), floor: Type.Integer() }),
  run: async (_db, { name, floor }) => {
    if (name === "none") {
      throw notFound("tower");
    }
    return { name, floor: floor ?? 0 };
  },
});
const bells: Module = { name: "bells", routes: [ring, lookUp, eventFeed] };

describe("the HTTP interface", () => {
  let http: FastifyInstance;
  let platform: Platform;
  before(async () => {
    ({ platform } = await testPlatform([bells], {
      clock: "test",
      permits: (caller, permission) => permission !== "bell.ring" || caller.role === "staff",
    }));
    http = await createHttp(platform, async (request) => ({
      role: request.headers.authorization === "Bearer ringer" ? "staff" : "public",
      id: "test",
    }));
    serveHealth(http, platform);
    serveTestClock(http, platform, platform.clock as TestClock);
    await http.ready();
  });

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    http.inject({
      method: "POST",
      url: "/v1/rings",
      payload: typeof body === "string" ? body : JSON.stringify(body),
      headers: {
        "content-type": "application/json",
        authorization: "Bearer ringer",
        "idempotency-key": newId(Temporal.Now.instant()),
        ...headers,
      },
    });

  /** Events are told when no older transaction runs: other tests share the server, and may be in one. */
  const allTold = async (): Promise<void> => {
    const untold = "select 1 from platform.event where tx >= pg_snapshot_xmin(pg_current_snapshot())";
    while ((await platform.database.pool.query(untold)).rows.length > 0) {
      // Asked again at once: the answer is a round trip away.
    }
  };

  const good = { tower: "north", times: 3 };
  const table: [string, () => Promise<{ statusCode: number; json(): unknown }>, number, string, string[]][] =
    [
      ["malformed JSON", () => post("{"), 400, "bad_request", []],
      ["a list for an object", () => post([]), 400, "bad_request", [""]],
      ["a wrong type", () => post({ ...good, times: "3" }), 400, "bad_request", ["/times"]],
      ["a missing field", () => post({ times: 3 }), 400, "bad_request", ["/tower"]],
      ["an unknown field", () => post({ ...good, "a/b": 1 }), 400, "bad_request", ["/a~1b"]],
      ["too long a string", () => post({ ...good, tower: "x".repeat(31) }), 400, "bad_request", ["/tower"]],
      [
        "a day that does not exist",
        () => post({ ...good, at: "2026-02-30T00:00:00Z" }),
        400,
        "bad_request",
        ["/at"],
      ],
      [
        "three faults at once",
        () => post({ times: 0.5, x: 1 }),
        400,
        "bad_request",
        ["/tower", "/times", "/x"],
      ],
      [
        "no key",
        () => post(good, { "idempotency-key": "" }),
        400,
        "idempotency_key_missing",
        ["/headers/idempotency-key"],
      ],
      [
        "another content type",
        () => post("x", { "content-type": "text/xml" }),
        415,
        "content_type_not_read",
        [],
      ],
      ["a stranger", () => post(good, { authorization: "" }), 401, "not_signed_in", []],
      ["a refusal", () => post({ tower: "north", times: 13 }), 409, "tower_closed", []],
      ["no such thing", () => http.inject("/v1/towers/none"), 404, "not_found", []],
      ["no such path", () => http.inject("/v1/nowhere"), 404, "no_such_path", []],
      [
        "a query that is no number",
        () => http.inject("/v1/towers/a?floor=b"),
        400,
        "bad_request",
        ["/query/floor"],
      ],
      ["a clock set back", () => moveClock("2020-01-01T00:00:00Z"), 400, "bad_request", ["/now"]],
      ["a clock set too far on", () => moveClock("9998-01-01T00:00:00Z"), 400, "bad_request", ["/now"]],
    ];
  const moveClock = (now: string) => http.inject({ method: "POST", url: "/v1/test-clock", payload: { now } });

  for (const [name, send, status, code, pointers] of table) {
    it(`answers ${name} with a problem document`, async () => {
      const reply = await send();
      const body = reply.json() as {
        status: number;
        code: string;
        detail: string;
        errors?: { pointer: string }[];
      };
      assert.deepEqual([reply.statusCode, body.status, body.code], [status, status, code]);
      assert.ok(body.detail.length > 0);
      assert.deepEqual((body.errors ?? []).map((fault) => fault.pointer).sort(), [...pointers].sort());
    });
  }

  it("answers an act with its status, a dry run with 200, a repeated key with the same answer", async () => {
    const headers = { "idempotency-key": "same" };
    const first = await post(good, headers);
    assert.deepEqual([first.statusCode, first.json()], [201, { times: 3 }]);
    const again = await post(good, headers);
    assert.deepEqual([again.statusCode, again.json()], [201, { times: 3 }]);
    assert.equal((await post({ ...good, times: 4 }, headers)).statusCode, 422);
    const dry = await http.inject({
      method: "POST",
      url: "/v1/rings?dryRun=true",
      payload: { tower: "south", times: 1 },
      headers: { authorization: "Bearer ringer" },
    });
    assert.equal(dry.statusCode, 200);
    const dryRefusal = await http.inject({
      method: "POST",
      url: "/v1/rings?dryRun=true",
      payload: { tower: "south", times: 13 },
      headers: { authorization: "Bearer ringer" },
    });
    assert.equal(dryRefusal.statusCode, 200);
    assert.equal((dryRefusal.json() as { code: string }).code, "tower_closed");
    await allTold();
    const feed = (await http.inject("/v1/events")).json() as { data: { type: string; rootId: string }[] };
    assert.deepEqual(
      feed.data.map((event) => [event.type, event.rootId]),
      [["bell.rung", "north"]],
    );
  });

  it("pages through events without passing one over", async () => {
    for (let times = 1; times <= 5; times += 1) {
      await post({ tower: `t${times % 2}`, times });
    }
    await allTold();
    const seen: number[] = [];
    let after = "";
    for (;;) {
      const url = `/v1/events?limit=2${after === "" ? "" : `&after=${after}`}`;
      const page = (await http.inject(url)).json() as {
        data: { data: { times: number } }[];
        nextCursor: string;
      };
      if (page.data.length === 0) {
        break;
      }
      seen.push(...page.data.map((event) => event.data.times));
      after = page.nextCursor;
    }
    assert.deepEqual(seen.slice(-5), [1, 2, 3, 4, 5]);
  });

  it("takes an instant only as RFC 3339 writes it", async () => {
    const sendAt = async (at: string) =>
      (
        await http.inject({
          method: "POST",
          url: "/v1/rings",
          payload: { tower: "old", times: 1, at },
          headers: { authorization: "Bearer ringer", "idempotency-key": newId(Temporal.Now.instant()) },
        })
      ).statusCode;
    for (const right of [
      "2026-11-21T00:00:00Z",
      "2026-11-21T00:00:00.123456789Z",
      "2026-11-21T00:00:00+05:30",
      "2026-11-21T23:59:59-11:00",
    ]) {
      assert.equal(await sendAt(right), 201, right);
    }
    for (const wrong of [
      "2026-11-21t00:00:00z",
      "2026-11-21T00:00:00z",
      "2026-11-21 00:00:00Z",
      "2026-11-21T00:00Z",
      "20261121T000000Z",
      "2026-11-21T00:00:00Z[u-ca=japanese]",
      "2026-11-21T00:00:00+01:00[Europe/Tallinn]",
      "2026-11-21T00:00:00+01",
      "2026-11-21T00:00:00,5Z",
      "2026-11-21T00:00:00",
      "2026-11-21",
      "2026-02-30T00:00:00Z",
      "2026-11-21T24:00:00Z",
    ]) {
      assert.equal(await sendAt(wrong), 400, wrong);
    }
  });

  it("takes no text that cannot be kept", async () => {
    for (const [tower, code] of [
      ["a\u0000b", "zero_byte"],
      ["a\ud800b", "half_character"],
      ["\udc00", "half_character"],
    ]) {
      const answer = await http.inject({
        method: "POST",
        url: "/v1/rings",
        payload: `{"tower": ${JSON.stringify(tower)}, "times": 1}`,
        headers: {
          authorization: "Bearer ringer",
          "content-type": "application/json",
          "idempotency-key": newId(Temporal.Now.instant()),
        },
      });
      assert.equal(answer.statusCode, 400);
      assert.deepEqual(
        answer.json().errors.map((fault: { pointer: string; code: string }) => [fault.pointer, fault.code]),
        [["/tower", code]],
      );
    }
  });

  it("dates its answers by the test clock", async () => {
    const { database, clock } = platform;
    await (clock as TestClock).set(database.pool, clock.now().add({ hours: 24 * 400 }));
    const { headers } = await http.inject({ method: "GET", url: "/v1/towers/north" });
    const now = clock.now().epochMilliseconds;
    assert.equal(Date.parse(String(headers.date)), Math.floor(now / 1000) * 1000);
  });

  it("is healthy, ready, and can be measured and described", async () => {
    for (const path of ["/healthz", "/readyz", "/metrics", "/openapi.json"]) {
      assert.equal((await http.inject(path)).statusCode, 200, path);
    }
    const openapi = (await http.inject("/openapi.json")).json() as { openapi: string; paths: object };
    assert.equal(openapi.openapi, "3.1.0");
    assert.ok("/v1/rings" in openapi.paths);
  });
});
