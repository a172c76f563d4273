import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { BOB, type ClaimDesk, claimDesk, OWNER } from "../../../test/support/claimDesk.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { tableCounts } from "../../../test/support/tableCounts.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { linkFor } from "../../identity/index.ts";
import type { ClaimShape } from "../claim.ts";

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

const claimOf = ({ body }: { body: Record<string, unknown> }) => body.claim as ClaimShape;
const counts = async () => {
  await desk.app.platform.jobs.drained();
  return await tableCounts(desk.app.database as TestDatabase, { except: ["pgboss.queue"] });
};

describe("reporting a damage", () => {
  it("opens a claim with its first answer, promises a replacement, and says what to send", async () => {
    const answer = await desk.report();
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    assert.equal(answer.body.provisional, true);
    assert.deepEqual(answer.body.packingList, {
      send: ["camera", "battery"],
      keep: ["controller", "memory-card", "accessories"],
    });
    const { id, state, receipt, next } = claimOf(answer);
    assert.deepEqual(
      [state, receipt.outcome, next],
      ["reported", "plan", { who: "owner", what: "send", by: "2026-10-06T00:00:00Z" }],
    );
    const kept = await desk.kept(id);
    assert.deepEqual(kept.slots, ["reserved", "free", "free"]);
    assert.deepEqual(kept.decisions, ["plan"]);
    assert.deepEqual(kept.events.toSorted(), ["ClaimOpened", "SlotReserved"]);
    assert.deepEqual(kept.deadlines, ["report_lapses 2026-10-06T00:00:00Z"]);
  });

  it("promises nothing where the plan does not answer", async () => {
    const incident = { at: "2026-09-04", cause: "drop", parts: ["camera"], stolen: true };
    const answer = await desk.report({ incident });
    const { id, receipt } = claimOf(answer);
    assert.equal(receipt.outcome, "refused");
    assert.deepEqual((await desk.kept(id)).slots, ["free", "free", "free"]);
  });

  it("answers a dry run the same and keeps nothing", async () => {
    const camera = desk.camera();
    const before = await counts();
    const told = {
      serial: camera.serial,
      incident: { at: "2026-09-04", cause: "drop", parts: ["camera"] },
      channel: "online",
    };
    const tried = await desk.app.call(OWNER, "POST /v1/claims?dryRun=true", told);
    assert.deepEqual([tried.status, claimOf(tried).receipt.outcome], [200, "plan"]);
    assert.deepEqual(await counts(), before);
    assert.equal((await desk.report({}, camera)).status, 201);
  });

  it("is one claim under one key, and refuses the key for another report", async () => {
    const camera = desk.camera();
    const told = {
      serial: camera.serial,
      incident: { at: "2026-09-04", cause: "drop", parts: ["camera"] },
      channel: "online",
    };
    const headers = { "idempotency-key": "fell-once" };
    const first = await desk.app.call(OWNER, "POST /v1/claims", told, headers);
    const again = await desk.app.call(OWNER, "POST /v1/claims", told, headers);
    assert.equal(first.status, 201);
    assert.deepEqual(again, first);
    const other = await desk.app.call(OWNER, "POST /v1/claims", { ...told, channel: "quick" }, headers);
    assert.deepEqual([other.status, other.body.code], [422, "idempotency_key_reused"]);
  });

  it("opens one claim of two reports at once", async () => {
    const camera = desk.camera();
    const answers = await Promise.all([desk.report({}, camera), desk.report({}, camera)]);
    assert.deepEqual(answers.map(({ status }) => String(status)).toSorted(), ["201", "409"]);
    const lost = answers.find(({ status }) => status === 409);
    assert.equal(lost?.body.code, "claim_open_already");
    const won = answers.find(({ status }) => status === 201);
    assert.deepEqual((await desk.kept(claimOf(won as never).id)).slots, ["reserved", "free", "free"]);
  });

  it("takes the next report when the last claim is over, as claim two", async () => {
    const camera = desk.camera();
    const first = claimOf(await desk.report({}, camera));
    assert.equal((await desk.step("cancellation", first.id)).status, 200);
    const second = claimOf(await desk.report({}, camera));
    assert.equal(second.id, first.id.replace(/_1$/, "_2"));
    assert.equal((second.receipt as { fee?: { nth: number } }).fee?.nth, 1);
  });

  it("writes the address of this claim down anew", async () => {
    const address = { line1: "Pikk 1", postcode: "10123", city: "Tallinn", country: "EE" };
    const { id } = claimOf(await desk.report({ address }));
    const page = await desk.app.call("staff", `GET /v1/claims/${id}`);
    const { country: _, ...postal } = address;
    const { email, ...reporter } = page.body.reporter as { email: string };
    assert.deepEqual([email, reporter], ["ada@example.org", { name: "Ada", country: "EE", address: postal }]);
  });

  it("reads a serial as it is printed", async () => {
    const { serial, owner } = desk.camera();
    const answer = await desk.report(
      {},
      { serial: `${serial.slice(0, 4)} ${serial.slice(4)}`.toLowerCase(), owner },
    );
    assert.equal(claimOf(answer).serial, serial);
  });

  const refusals: [string, () => Promise<object>, string][] = [
    ["a serial nobody knows", async () => ({ serial: "AC4NEVERSEEN1" }), "device_unknown"],
    [
      "tomorrow",
      async () => ({ incident: { at: "2026-09-05T10:00:01Z", cause: "drop" } }),
      "incident_in_future",
    ],
  ];
  for (const [what, more, code] of refusals) {
    it(`refuses ${what} and keeps nothing but the answer`, async () => {
      const camera = desk.camera();
      const before = await counts();
      const answer = await desk.report(await more(), camera);
      assert.deepEqual([answer.status, answer.body.code], [409, code]);
      assert.ok(typeof answer.body.next === "string" && answer.body.next.length > 10);
      const after = await counts();
      const changed = [...after].filter(([table, rows]) => before.get(table) !== rows);
      assert.deepEqual(
        changed.map(([table]) => table),
        ["platform.idempotency"],
      );
    });
  }

  it("refuses a serial that was swapped out, and the next until the plan has moved to it", async () => {
    const camera = desk.camera();
    const id = await desk.claimAfter(["intake", "inspection", "choice", "payment"], camera);
    const next = { ...camera, serial: desk.newSerial() };
    const codes = async () =>
      [await desk.report({}, camera), await desk.report({}, next)].map(({ body }) => body.code);
    await desk.step("replacement", id, { serial: next.serial });
    assert.deepEqual(await codes(), ["claim_open_already", "plan_not_moved"]);
    await desk.step("shipment", id);
    assert.deepEqual(await codes(), ["unit_replaced", "claim_open_already"]);
  });
});

describe("a claim of somebody else", () => {
  let id: string;
  before(async () => {
    id = await desk.claimAfter([]);
  });

  it("is not there for another owner, whatever they ask", async () => {
    const asked = await Promise.all([
      desk.app.call(BOB, `GET /v1/claims/${id}`),
      desk.app.call(BOB, `GET /v1/claims/${id}/choices`),
      desk.step("choice", id, { route: "plan" }, BOB),
      desk.step("payment", id, { method: "test_success" }, BOB),
      desk.step("cancellation", id, {}, BOB),
      desk.step("closure", id, {}, BOB),
    ]);
    assert.deepEqual(
      asked.map(({ status }) => status),
      asked.map(() => 404),
    );
  });

  it("cannot be opened: another's device reads as one we do not know", async () => {
    const camera = desk.camera();
    const unknown = await desk.report({}, { serial: "AC4NEVERSEEN1", owner: BOB });
    const others = await desk.report({}, { serial: camera.serial, owner: BOB });
    const { requestId: _, ...told } = others.body;
    const { requestId: __, ...toldOfNone } = unknown.body;
    assert.deepEqual([others.status, told], [unknown.status, toldOfNone]);
  });

  it("is not listed", async () => {
    const camera = desk.camera(BOB);
    const own = claimOf(await desk.report({}, camera));
    const { body } = await desk.app.call(BOB, "GET /v1/claims");
    const listed = (body.data as ClaimShape[]).map((claim) => claim.id);
    assert.deepEqual([listed, body.counts], [[own.id], {}]);
  });

  it("is opened by its link, which opens nothing else", async () => {
    const other = await desk.claimAfter([]);
    const link = { "x-evermend-link": linkFor(desk.app.platform, "claim", id) };
    const call = (route: string) => desk.app.call("public", route, undefined, link);
    assert.equal((await call(`GET /v1/claims/${id}`)).status, 200);
    assert.equal((await call(`GET /v1/claims/${id}/choices`)).status, 200);
    assert.equal((await call(`GET /v1/claims/${other}`)).status, 404);
    assert.deepEqual((await call("GET /v1/claims")).body.data, []);
    const step = { ...link, "idempotency-key": "by-link" };
    const cancelled = await desk.app.call("public", `POST /v1/claims/${other}/cancellation`, {}, step);
    assert.equal(cancelled.status, 404);
  });
});

describe("the work queue", () => {
  it("lists claims oldest first, page by page, narrowed, with what stands at each step", async () => {
    const quick = claimOf(await desk.report({ channel: "quick" }, desk.camera()));
    const first = await desk.app.call("staff", "GET /v1/claims?limit=2&state=reported");
    const page = first.body.data as ClaimShape[];
    assert.equal(page.length, 2);
    const all = await desk.app.call("staff", "GET /v1/claims?limit=200");
    const ids = (all.body.data as ClaimShape[]).map((claim) => claim.id);
    assert.equal(new Set(ids).size, ids.length);
    const second = await desk.app.call(
      "staff",
      `GET /v1/claims?limit=200&after=${String(first.body.nextCursor)}`,
    );
    const rest = (second.body.data as ClaimShape[]).map((claim) => claim.id);
    assert.deepEqual(rest, ids.slice(ids.indexOf(page[1]?.id ?? "") + 1));
    const narrow = await desk.app.call("staff", `GET /v1/claims?channel=quick&serial=${quick.serial}`);
    assert.deepEqual(
      (narrow.body.data as ClaimShape[]).map((claim) => claim.id),
      [quick.id],
    );
    const open = (all.body.data as ClaimShape[]).filter(({ state }) => state === "reported").length;
    assert.equal((all.body.counts as Record<string, number>).reported, open);
  });

  for (const cursor of ["nonsense", "dev_01m7ynaym0vqhpgnwdrkms6x8c", "clm_01m7ynaym0vqhpgnwdrkms6x8c_1"]) {
    it(`calls a cursor that is not ours a mistake: ${cursor}`, async () => {
      const { status, body } = await desk.app.call("staff", `GET /v1/claims?after=${cursor}`);
      assert.equal(status, 400);
      assert.equal((body.errors as { pointer: string }[])[0]?.pointer, "/query/after");
    });
  }

  it("names a state that does not exist", async () => {
    const { status, body } = await desk.app.call("staff", "GET /v1/claims?state=reported,lost");
    assert.equal(status, 400);
    assert.match(String(body.detail), /no state lost/);
  });
});

it("breaks no invariant", async () => {
  assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
});
