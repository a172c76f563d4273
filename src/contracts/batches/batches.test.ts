import { deepEqual, equal, match, ok } from "node:assert/strict";
import { before, test } from "node:test";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { type Answer, type TestApp, testApp } from "../../../test/support/testApp.ts";
import { eventsOf } from "../../platform/index.ts";
import { mintBatch } from "./mintBatch.ts";

const MIA = "manager mia@example.com";
const MIA_AGAIN = "manager mia@example.com again";
const MAX = "manager max@example.com";
const wanted = { sku: "U-3889316", region: "EU", quantity: 5, note: "for the fair" };
let app: TestApp;

before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
});

const ask = (more: object = {}, as: typeof MIA | typeof MAX = MIA): Promise<Answer> =>
  app.call(as, "POST /v1/code-batches", { ...wanted, ...more });
const step = (as: `manager ${string}`, id: unknown, name: string, body: object = {}): Promise<Answer> =>
  app.call(
    as,
    `POST /v1/code-batches/${id}/${name}`,
    name === "release" ? {} : { reason: "a reason", ...body },
  );
const show = async (id: unknown) => (await app.call(MIA, `GET /v1/code-batches/${id}`)).body;
const none = { stock: 0, held: 0, sold: 0, delivered: 0, redeemed: 0, void: 0, expired: 0 };

async function released(more: object = {}): Promise<string> {
  const { body } = await ask(more);
  equal((await step(MAX, body.id, "release")).status, 200);
  await app.platform.jobs.drained();
  return String(body.id);
}

test("one asks, another releases, and exactly so many codes are made", async () => {
  const asked = await ask({ useBy: "2027-05-31" });
  equal(asked.status, 201, JSON.stringify(asked.body));
  match(String(asked.body.id), /^bat_/);
  const { id } = asked.body;
  deepEqual([asked.body.state, asked.body.made, asked.body.useBy], ["asked", 0, "2027-05-31"]);
  for (const hand of [MIA, MIA_AGAIN] as const) {
    const own = await step(hand, id, "release");
    deepEqual([own.status, own.body.code], [409, "batch_same_hand"], "another key is no other hand");
  }
  deepEqual((await show(id)).codes, none);
  equal((await step(MAX, id, "release")).body.state, "released");
  await app.platform.jobs.drained();
  const made = await show(id);
  deepEqual([made.made, made.codes], [5, { ...none, stock: 5 }]);
  await Promise.all([1, 2, 3].map(() => mintBatch.run(app.platform, { batchId: String(id).slice(4) })));
  equal((await show(id)).made, 5, "however often the job runs");
  const again = await step(MAX, id, "release");
  deepEqual([again.status, again.body.code], [409, "batch_decided"]);
  deepEqual(await invariantSweep(app.database), []);
});

test("released twice at once, or released against declined: one wins", async () => {
  for (let round = 0; round < 8; round += 1) {
    const { id } = (await ask({ quantity: 3 })).body;
    const answers = await Promise.all([
      step(MAX, id, "release"),
      step("manager ann@example.com", id, round % 2 === 0 ? "release" : "decline"),
    ]);
    deepEqual(
      answers.map(({ status }) => status).toSorted((one, other) => one - other),
      [200, 409],
      JSON.stringify(answers),
    );
    await app.platform.jobs.drained();
    const { state, made } = await show(id);
    ok(state === "released" ? made === 3 : made === 0, `${state} ${made}`);
  }
});

test("a large batch is made piece by piece, and two jobs at once make no code twice", async () => {
  const { id } = (await ask({ quantity: 4_500 })).body;
  await step(MAX, id, "release");
  const batchId = String(id).slice(4);
  await Promise.all([mintBatch.run(app.platform, { batchId }), mintBatch.run(app.platform, { batchId })]);
  await app.platform.jobs.drained();
  const { made, codes } = await show(id);
  deepEqual([made, codes], [4_500, { ...none, stock: 4_500 }]);
  const types = (await eventsOf(app.platform.database, batchId)).map(({ type }) => type);
  deepEqual(types, ["BatchAsked", "BatchReleased", "BatchMade"]);
});

test("what cannot be asked for says so", async () => {
  const told = async (more: object) => {
    const { status, body } = await ask(more);
    return [status, body.code, (body.errors as { pointer?: string }[] | undefined)?.[0]?.pointer];
  };
  deepEqual((await told({ sku: "NONE" })).slice(0, 1), [400]);
  deepEqual((await told({ region: "MARS" })).slice(0, 1), [400]);
  deepEqual((await told({ quantity: 100_001 })).slice(0, 1), [400]);
  deepEqual((await told({ useBy: "2026-05-31" })).slice(0, 2), [409, "use_by_over"]);
  equal((await app.call("staff", "POST /v1/code-batches", wanted)).status, 403);
  equal((await app.call("reseller", "GET /v1/code-batches")).status, 403);
});

test("a few codes one person takes out of use, many take two", async () => {
  const few = await released();
  const voided = await step(MIA, few, "void");
  equal(voided.status, 200, JSON.stringify(voided.body));
  deepEqual([voided.body.state, voided.body.codes], ["voided", { ...none, void: 5 }]);
  equal((await step(MIA, few, "void")).body.code, "batch_voided");

  const many = await released({ quantity: 101 });
  const asked = await step(MIA, many, "void");
  deepEqual([asked.status, asked.body.state, asked.body.voidReason], [200, "released", "a reason"]);
  equal((await step(MIA_AGAIN, many, "void")).body.code, "batch_same_hand");
  equal((await step(MIA, many, "decline")).body.voidAskedBy, null, "taken back");
  equal((await step(MIA, many, "void")).body.state, "released");
  const done = await step(MAX, many, "void");
  deepEqual([done.body.state, done.body.codes], ["voided", { ...none, void: 101 }]);
  equal((await step(MIA, (await ask()).body.id, "void")).body.code, "batch_not_released");
  deepEqual(await invariantSweep(app.database), []);
});

test("unsold codes end when their last day is over everywhere in their region, and no sooner", async () => {
  const id = await released({ useBy: "2026-06-30" });
  await app.moveTo("2026-06-30T23:59:00Z");
  await app.platform.jobs.drained();
  equal(((await show(id)).codes as { stock: number }).stock, 5);
  await app.moveTo("2026-07-01T00:00:00Z");
  await app.platform.jobs.drained();
  deepEqual((await show(id)).codes, { ...none, expired: 5 });
  deepEqual(await invariantSweep(app.database), []);
});

test("the list tells states and pages, and comes as CSV", async () => {
  const first = (await app.call(MIA, "GET /v1/code-batches?limit=2")).body;
  const data = first.data as { id: string }[];
  equal(data.length, 2);
  const next = (await app.call(MIA, `GET /v1/code-batches?limit=2&after=${first.nextCursor}`)).body;
  ok((next.data as { id: string }[]).every(({ id }) => id < (data[1]?.id ?? "")));
  const voided = (await app.call(MIA, "GET /v1/code-batches?state=voided")).body.data as { state: string }[];
  deepEqual([voided.length, ...new Set(voided.map(({ state }) => state))], [2, "voided"]);
  equal((await app.call(MIA, "GET /v1/code-batches?after=nothing")).status, 400);
});
