import { deepEqual, equal, match } from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { viesRegister } from "./viesRegister.ts";

/** What the register says next, and what it was asked. */
let says: RequestListener = (_, reply) => reply.end();
const asked: unknown[] = [];
const server = createServer((request, reply) => {
  let text = "";
  request.on("data", (piece) => {
    text += piece;
  });
  request.on("end", () => {
    asked.push([request.url, JSON.parse(text)]);
    says(request, reply);
  });
});
let url = "";
before(async () => {
  await new Promise<void>((ready) => {
    server.listen(0, "127.0.0.1", ready);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rest-api`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

const at = Temporal.Instant.from("2026-11-21T10:00:00Z");
const ask = (timeLimitMs?: number) =>
  viesRegister(url, timeLimitMs).ask({ vatId: "DE136695976", askedBy: "EE100000007", at });
const answers = (body: unknown, status = 200): void => {
  says = (_, reply) => reply.writeHead(status).end(typeof body === "string" ? body : JSON.stringify(body));
};

test("a yes has its proof and the name that is registered", async () => {
  answers({ valid: true, requestIdentifier: "WAPIAAAA1", requestDate: "2026-11-21", name: "Beispiel GmbH" });
  deepEqual(await ask(), { result: "valid", proof: "WAPIAAAA1", registeredAs: "Beispiel GmbH" });
  deepEqual(asked.at(-1), [
    "/rest-api/check-vat-number",
    {
      ...{ countryCode: "DE", vatNumber: "136695976" },
      ...{ requesterMemberStateCode: "EE", requesterNumber: "100000007" },
    },
  ]);
  answers({ valid: true, requestDate: "2026-11-21", name: "---", userError: "VALID" });
  deepEqual(await ask(), { result: "valid", proof: "2026-11-21", registeredAs: null });
});

test("a no is a no only where it says so of the number", async () => {
  answers({ valid: false, requestIdentifier: "W2", userError: "INVALID" });
  equal((await ask()).result, "not_valid");
});

const TROUBLES: readonly (readonly [name: string, body: unknown, status?: number])[] = [
  ["its member state is away", { valid: false, userError: "MS_UNAVAILABLE" }],
  ["too many ask", { actionSucceed: false, errorWrappers: [{ error: "MS_MAX_CONCURRENT_REQ" }] }],
  ["it is broken", "<html>oops</html>"],
  ["it is busy", { valid: true, requestIdentifier: "W" }, 503],
  ["it says yes and gives an error", { valid: true, requestIdentifier: "W", userError: "TIMEOUT" }],
  ["it says yes without any proof", { valid: true }],
  ["it says neither", {}],
  ["it goes on for ever", `{"valid":true,"requestIdentifier":"W","name":"${"x".repeat(50_000)}"}`],
];
for (const [name, body, status] of TROUBLES) {
  test(`not available: ${name}`, async () => {
    answers(body, status);
    equal((await ask()).result, "not_available");
  });
}

test("not available: it sends us elsewhere, and nobody goes there", async () => {
  const before = asked.length;
  says = (_, reply) => reply.writeHead(302, { location: `${url}/elsewhere` }).end();
  equal((await ask()).result, "not_available");
  equal(asked.length, before + 1);
});

test("not available: it never answers", async () => {
  says = () => undefined;
  const answer = await ask(50);
  equal(answer.result, "not_available");
  match(answer.result === "not_available" ? answer.why : "", /time/i);
});
