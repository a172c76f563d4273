import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { BOB, type ClaimDesk, claimDesk, OWNER, toShipped } from "../../../test/support/claimDesk.ts";
import { wordsInPdf } from "../../../test/support/wordsInPdf.ts";
import { labelText } from "../bins/index.ts";
import type { Packing } from "../packing/index.ts";
import { decideTellSending } from "./decideTellSending.ts";

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

const packingOf = async (id: string) =>
  (await desk.app.call(OWNER, `GET /v1/claims/${id}/packing`)).body as unknown as Packing;
const slip = async (id: string, as: Parameters<typeof desk.app.authorization>[0]) =>
  await desk.app.http.inject({
    method: "GET",
    url: `/v1/claims/${id}/slip`,
    headers: { authorization: await desk.app.authorization(as) },
  });
const tell = (id: string, body: object, as = OWNER as Parameters<typeof desk.app.call>[0], key = {}) =>
  desk.app.call(as, `POST /v1/claims/${id}/sending`, body, key);

describe("what is in the parcel", () => {
  const awaited = { isAwaited: true, send: ["camera", "battery"] };
  const table: [string, string[], typeof awaited, unknown, string?][] = [
    ["is all of it", ["battery", "camera"], awaited, { parts: ["camera", "battery"], missing: [] }],
    ["is a part of it", ["camera"], awaited, { parts: ["camera"], missing: ["battery"] }],
    ["is not what nobody awaits", ["gimbal"], awaited, undefined, "nothing_sent"],
    ["is nothing", [], awaited, undefined, "nothing_sent"],
    [
      "is nothing of a case that awaits nothing",
      ["camera"],
      { isAwaited: false, send: [] },
      undefined,
      "nothing_awaited",
    ],
  ];
  for (const [what, parts, facts, expected, code] of table) {
    it(what, () => {
      const { accepted, refused } = decideTellSending(parts, facts);
      assert.deepEqual([accepted, refused?.code], [expected, code]);
    });
  }
});

describe("packing a case", () => {
  it("says what to send, to keep and to do before, and prints it with what the bench scans", async () => {
    const id = await desk.claimAfter([]);
    const packing = await packingOf(id);
    assert.deepEqual([packing.send, packing.isAwaited], [["camera", "battery"], true]);
    assert.ok(packing.keep.includes("memory-card") && packing.before.includes("remove-memory-card"));
    const printed = await slip(id, OWNER);
    assert.deepEqual([printed.statusCode, printed.headers["content-type"]], [200, "application/pdf"]);
    const words = wordsInPdf(printed.rawPayload);
    for (const part of [id, "Camera", "Battery", "Take out the memory card", "Send it by"]) {
      assert.ok(words.includes(part), `${part} in ${words}`);
    }
    assert.deepEqual((await slip(id, OWNER)).rawPayload, printed.rawPayload);
    assert.equal((await slip(id, BOB)).statusCode, 404);
    assert.equal((await slip(id, "staff")).statusCode, 200);
    const scanned = await desk.app.call(
      "staff",
      `GET /v1/arrivals/${encodeURIComponent(labelText({ claimId: id }))}`,
    );
    assert.notEqual(scanned.status, 500);
  });

  it("keeps what its owner says has left, once a word; the case stays theirs to cancel", async () => {
    const id = await desk.claimAfter([]);
    const body = { parts: ["camera"], carrier: "DPD", tracking: "0155 1234" };
    assert.equal((await tell(id, body, BOB)).status, 404);
    const key = { "idempotency-key": "tapped-twice-2" };
    const [one, two] = [await tell(id, body, OWNER, key), await tell(id, body, OWNER, key)];
    assert.deepEqual([one.status, two.status, one.body.missing], [201, 201, ["battery"]]);
    const { sent } = await packingOf(id);
    assert.deepEqual(
      sent.map(({ parts, tracking }) => [parts, tracking]),
      [[["camera"], "0155 1234"]],
    );
    assert.equal((await desk.step("cancellation", id, {})).status, 200);
    assert.equal((await tell(id, body)).body.code, "nothing_awaited");
    assert.equal((await slip(id, OWNER)).statusCode, 404);
  });
});

describe("the question at the end of a case", () => {
  it("is answered once, by its owner, when it is closed, and counted by centre", async () => {
    const id = await desk.claimAfter([...toShipped]);
    const answer = (easy: string, as = OWNER as Parameters<typeof desk.app.call>[0]) =>
      desk.app.call(as, `POST /v1/claims/${id}/answer`, { easy });
    assert.equal((await answer("yes")).body.code, "case_not_closed");
    assert.equal((await desk.step("closure", id, {})).status, 200);
    assert.equal((await answer("yes", BOB)).status, 404);
    assert.equal((await answer("yes", "staff")).status, 403);
    const answers = await Promise.all(["yes", "no", "partly", "yes"].map((easy) => answer(easy)));
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [201, 409, 409, 409],
    );
    const { body } = await desk.app.call("manager", "GET /v1/case-answers");
    const rows = (body.data as { claimId: string }[]).filter(({ claimId }) => claimId === id);
    assert.equal(rows.length, 1);
    const counted = (await desk.app.call("manager", "GET /v1/case-answers/centres")).body;
    const sum = (counted.centres as { yes: number; partly: number; no: number }[]).reduce(
      (all, { yes, partly, no }) => all + yes + partly + no,
      0,
    );
    assert.equal(sum, 1);
  });
});
