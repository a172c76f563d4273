import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, describe, it } from "node:test";
import { type Client, createClient, isRefused, ProblemError, rowsOf } from "./index.ts";
import { createSignIn } from "./signIn.ts";

/** One request as the server saw it. */
interface Seen {
  readonly method: string;
  readonly url: string;
  readonly key: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

type Answer = (response: ServerResponse, seen: Seen) => void;

const seen: Seen[] = [];
let answers: Answer[] = [];
let baseUrl = "";
let client: Client;

const server = createServer((request, response) => {
  bodyOf(request).then((body) => {
    const { method = "", url = "", headers } = request;
    const key = headers["idempotency-key"] as string | undefined;
    const one = { method, url, key, authorization: headers.authorization, body };
    seen.push(one);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    (answer ?? json(500, {}))(response, one);
  }, assert.fail);
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function json(status: number, body: object, headers: Record<string, string> = {}): Answer {
  return (response) => {
    const type = status < 400 ? "application/json" : "application/problem+json";
    response.writeHead(status, { "content-type": type, ...headers }).end(JSON.stringify(body));
  };
}

const hangUp: Answer = (response) => {
  response.destroy();
};

before(async () => {
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = createClient({ baseUrl: `${baseUrl}/`, key: "evk_test" });
});

after(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  seen.length = 0;
  answers = [json(200, {})];
});

const problemIn = async (promise: Promise<unknown>): Promise<ProblemError> => {
  const error = await promise.then(
    () => assert.fail("it went through"),
    (thrown: unknown) => thrown,
  );
  assert.ok(error instanceof ProblemError);
  return error;
};

describe("a request", () => {
  it("takes the path's fields out of the command and sends the rest as the body", async () => {
    await client.chooseRoute({ id: "clm_a/b_1", route: "plan" });
    const [request] = seen;
    assert.equal(request?.method, "POST");
    assert.equal(request?.url, "/v1/claims/clm_a%2Fb_1/choice");
    assert.deepEqual(JSON.parse(request?.body ?? ""), { route: "plan" });
    assert.equal(request?.authorization, "Bearer evk_test");
  });

  it("sends a question as the query and leaves out what is not asked", async () => {
    await client.listProducts({ search: "osmo & more", limit: 5 });
    assert.equal(seen[0]?.url, "/v1/products?search=osmo+%26+more&limit=5");
    assert.equal(seen[0]?.body, "");
    assert.equal(seen[0]?.key, undefined);
  });

  it("has a new key for each call and the caller's own when one is given", async () => {
    await client.cancelClaim({ id: "clm_a_1" });
    await client.cancelClaim({ id: "clm_a_1" });
    await client.cancelClaim({ id: "clm_a_1" }, { idempotencyKey: "mine" });
    const keys = seen.map(({ key }) => key);
    assert.match(keys[0] ?? "", /^[0-9a-f]{32}$/);
    assert.notEqual(keys[0], keys[1]);
    assert.equal(keys[2], "mine");
  });

  it("asks without a key when it runs dry, and hands a refusal back as an answer", async () => {
    answers = [json(200, { outcome: "refused", code: "claim_open_already", says: "There is one." })];
    const reply = await client.inspectDevice({ id: "clm_a_1", findings: {} }, { dryRun: true });
    assert.equal(seen[0]?.url, "/v1/claims/clm_a_1/inspection?dryRun=true");
    assert.equal(seen[0]?.key, undefined);
    assert.ok(isRefused(reply));
    assert.equal(reply.code, "claim_open_already");
  });
});

describe("a request that is not answered at once", () => {
  for (const [name, answer] of [
    ["busy", json(429, {}, { "retry-after": "0" })],
    ["away", json(503, {}, { "retry-after": "0" })],
    ["still in flight", json(409, { code: "idempotency_key_in_flight" }, { "retry-after": "0" })],
    ["at a date that has passed", json(503, {}, { "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" })],
  ] as const) {
    it(`is sent again with the same key when the server is ${name}`, async () => {
      answers = [answer, answer, json(200, { claim: {} })];
      await client.cancelClaim({ id: "clm_a_1" });
      assert.equal(seen.length, 3);
      assert.equal(new Set(seen.map(({ key }) => key)).size, 1);
    });
  }

  it("is sent again when the connection is cut before the answer", async () => {
    answers = [hangUp, json(200, {})];
    await client.cancelClaim({ id: "clm_a_1" });
    assert.equal(seen.length, 2);
    assert.equal(seen[0]?.key, seen[1]?.key);
  });

  it("is given up after the fourth time, with the last answer", async () => {
    answers = [json(503, { status: 503, code: "database_away", detail: "Away." }, { "retry-after": "0" })];
    const problem = await problemIn(client.cancelClaim({ id: "clm_a_1" }));
    assert.equal(problem.code, "database_away");
    assert.equal(seen.length, 4);
  });

  it("is not kept waiting when the server says to come back much later", async () => {
    answers = [json(429, { code: "too_many_tries" }, { "retry-after": "3600" })];
    const problem = await problemIn(client.cancelClaim({ id: "clm_a_1" }));
    assert.equal(problem.status, 429);
    assert.equal(seen.length, 1);
  });

  it("ends when its caller gives it up", async () => {
    answers = [json(503, {}, { "retry-after": "9" })];
    const controller = new AbortController();
    const asked = client.showClaim({ id: "clm_a_1" }, { signal: controller.signal });
    controller.abort(new Error("not wanted any more"));
    await assert.rejects(asked, /not wanted any more/);
  });
});

describe("a problem", () => {
  it("tells its code, its way on, its faults and the receipt, and is not sent again", async () => {
    const receipt = { decision: "coverage", outcome: "paid" };
    const errors = [{ pointer: "/serial", code: "format", message: "Send a serial." }];
    const document = { title: "Refused", detail: "No.", code: "terms_refuse", next: "Ask.", errors, receipt };
    answers = [json(409, { status: 409, ...document })];
    const problem = await problemIn(client.replaceDevice({ id: "clm_a_1", serial: "X" }));
    assert.equal(problem.message, "No.");
    assert.equal(problem.code, "terms_refuse");
    assert.equal(problem.next, "Ask.");
    assert.equal(problem.faultAt("/serial"), "Send a serial.");
    assert.equal(problem.receipt?.outcome, "paid");
    assert.equal(seen.length, 1);
  });

  it("is told even when a proxy answers with a page", async () => {
    answers = [(response) => response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad</h1>")];
    const problem = await problemIn(client.showClaim({ id: "clm_a_1" }));
    assert.equal(problem.status, 502);
    assert.equal(problem.code, "http_502");
  });

  it("is a problem too when nobody answers at all", async () => {
    answers = [hangUp];
    const lonely = createClient({ baseUrl, tries: 1 });
    const problem = await problemIn(lonely.showClaim({ id: "clm_a_1" }));
    assert.equal(problem.code, "unreachable");
    assert.equal(problem.status, 0);
  });
});

describe("a list", () => {
  it("is read page after page, as far as it is used", async () => {
    const pages: Record<string, object> = {
      "": { data: [1, 2], nextCursor: "two" },
      two: { data: [3], nextCursor: "three" },
      three: { data: [4], nextCursor: null },
    };
    answers = [
      (response, { url }) =>
        json(200, pages[new URL(url, baseUrl).searchParams.get("after") ?? ""] ?? {})(
          response,
          seen[0] as Seen,
        ),
    ];
    const rows: unknown[] = [];
    for await (const row of rowsOf(client.listProducts, { brand: "DJI" })) {
      rows.push(row);
    }
    assert.deepEqual(rows, [1, 2, 3, 4]);
    assert.deepEqual(
      seen.map(({ url }) => new URL(url, baseUrl).search),
      ["?brand=DJI", "?brand=DJI&after=two", "?brand=DJI&after=three"],
    );
  });

  it("ends where a feed answers with the cursor it was asked with", async () => {
    answers = [json(200, { data: [1], nextCursor: "end" }), json(200, { data: [], nextCursor: "end" })];
    const rows: unknown[] = [];
    for await (const row of rowsOf(client.listEvents, {})) {
      rows.push(row);
    }
    assert.deepEqual(rows, [1]);
    assert.equal(seen.length, 2);
  });
});

describe("signing in", () => {
  it("goes through the session's routes and is never sent twice", async () => {
    const signIn = createSignIn({ baseUrl });
    answers = [
      json(202, { resendAfterSeconds: 30, validMinutes: 10 }),
      (response) => response.writeHead(204).end(),
      json(200, { role: "staff", email: "bench@example.com", name: "Bea" }),
    ];
    assert.equal((await signIn.requestCode("bench@example.com")).resendAfterSeconds, 30);
    assert.equal(await signIn.signIn("bench@example.com", "123456"), undefined);
    assert.equal((await signIn.whoAmI()).role, "staff");
    answers = [json(503, {}, { "retry-after": "0" })];
    await problemIn(signIn.signIn("bench@example.com", "123456"));
    assert.deepEqual(
      seen.map(({ method, url }) => `${method} ${url}`),
      ["POST /auth/code", "POST /auth/session", "GET /auth/session", "POST /auth/session"],
    );
  });
});
