import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { BOB, type ClaimDesk, claimDesk, OWNER } from "../../../test/support/claimDesk.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { linkFor } from "../../identity/index.ts";
import { eventsOf, readPublicId } from "../../platform/index.ts";

type Rows = readonly Readonly<Record<string, unknown>>[];

describe("the messages of a case", () => {
  let desk: ClaimDesk;
  before(async () => {
    desk = await claimDesk();
  });

  const write = async (who: Parameters<ClaimDesk["app"]["call"]>[0], id: string, body: object) =>
    await desk.app.call(who, `POST /v1/claims/${id}/messages`, body);
  const thread = async (who: Parameters<ClaimDesk["app"]["call"]>[0], id: string, query = "") =>
    (await desk.app.call(who, `GET /v1/claims/${id}/messages${query}`)).body.data as Rows;
  const waiting = async (id: string) =>
    ((await desk.app.call("staff", "GET /v1/messages?limit=200")).body.data as Rows).find(
      ({ claimId }) => claimId === id,
    );

  it("are seen by both sides, wait for an answer, and wait no more when it came", async () => {
    const id = await desk.claimAfter([]);
    assert.equal(
      (await write(OWNER, id, { text: "When will it be ready?\r\nI fly on Sunday." })).status,
      201,
    );
    assert.equal((await write(OWNER, id, { text: "Hello?" })).status, 201);
    const first = await waiting(id);
    assert.deepEqual([first?.count, first?.text], [2, "Hello?"]);
    assert.equal((await write("staff", id, { text: "On Friday." })).status, 201);
    assert.equal(await waiting(id), undefined);
    const seen = await thread(OWNER, id);
    assert.deepEqual(
      seen.map(({ side, text }) => [side, text]),
      [
        ["staff", "On Friday."],
        ["owner", "Hello?"],
        ["owner", "When will it be ready?\nI fly on Sunday."],
      ],
    );
    assert.equal(seen[0]?.author, undefined, "an owner is not told who of the bench wrote");
    assert.match(String((await thread("staff", id))[0]?.author), /^key:/);
  });

  it("are read where somebody says so, each side what the other wrote", async () => {
    const id = await desk.claimAfter([]);
    await write(OWNER, id, { text: "one" });
    await write("staff", id, { text: "two" });
    const read = (who: Parameters<typeof write>[0]) =>
      desk.app.call(who, `POST /v1/claims/${id}/messages/reading`, { upTo: 2 });
    assert.deepEqual((await read("staff")).body, { read: 1 });
    assert.deepEqual((await read("staff")).body, { read: 0 });
    const halfway = await thread(OWNER, id);
    assert.deepEqual(
      halfway.map(({ readAt }) => readAt !== undefined),
      [false, true],
    );
    assert.deepEqual((await read(OWNER)).body, { read: 1 });
  });

  it("need no answer where the bench says so", async () => {
    const id = await desk.claimAfter([]);
    await write(OWNER, id, { text: "Thank you!" });
    const settle = () => desk.app.call("staff", `POST /v1/claims/${id}/messages/settlement`, { upTo: 1 });
    assert.deepEqual((await settle()).body, { settled: 1 });
    assert.deepEqual((await settle()).body, { settled: 0 });
    assert.equal(await waiting(id), undefined);
    const unknown = await desk.app.call("staff", `POST /v1/claims/${id}/messages/settlement`, { upTo: 9 });
    assert.deepEqual([unknown.status, unknown.body.code], [409, "message_unknown"]);
  });

  it("come page by page, and as a file", async () => {
    const id = await desk.claimAfter([]);
    for (const text of ["a", "b", "c"]) {
      await write(OWNER, id, { text });
    }
    const page = await desk.app.call(OWNER, `GET /v1/claims/${id}/messages?limit=2`);
    assert.equal(page.body.nextCursor, "2");
    assert.deepEqual(
      (await thread(OWNER, id, "?limit=2&after=2")).map(({ text }) => text),
      ["a"],
    );
    assert.equal((await desk.app.call(OWNER, `GET /v1/claims/${id}/messages?after=x`)).status, 400);
  });

  it("of others are not there, and nothing is written into them", async () => {
    const id = await desk.claimAfter([]);
    assert.equal((await write(BOB, id, { text: "Hi" })).status, 404);
    assert.equal((await desk.app.call(BOB, `GET /v1/claims/${id}/messages`)).status, 404);
    const link = { "x-evermend-link": linkFor(desk.app.platform, "claim", id) };
    const byLink = await desk.app.call("public", `POST /v1/claims/${id}/messages`, { text: "By link" }, link);
    assert.equal(byLink.status, 201, JSON.stringify(byLink.body));
  });

  it("name pieces of their own case alone", async () => {
    const id = await desk.claimAfter([]);
    const refused = await write(OWNER, id, { text: "See", evidence: [1] });
    assert.deepEqual([refused.status, refused.body.code], [409, "evidence_not_of_case"]);
    assert.equal((await write(OWNER, id, { text: " \n" })).body.code, "nothing_said");
    assert.equal((await write(OWNER, id, { text: "a\u0000b" })).status, 400);
    assert.equal((await write(OWNER, id, { text: "x".repeat(8001) })).status, 400);
    assert.deepEqual(await thread(OWNER, id), []);
  });

  it("written by twenty at once are twenty, numbered without a gap", async () => {
    const id = await desk.claimAfter([]);
    const sent = await Promise.all(
      Array.from({ length: 20 }, (_, place) =>
        write(place % 2 === 0 ? OWNER : "staff", id, { text: `message ${place}` }),
      ),
    );
    assert.ok(sent.every(({ status }) => status === 201));
    const numbers = (await thread("staff", id)).map(({ no }) => Number(no));
    assert.deepEqual(
      numbers,
      Array.from({ length: 20 }, (_, place) => 20 - place),
    );
  });

  it("leave notes of the bench unseen by every owner", async () => {
    const id = await desk.claimAfter([]);
    const secret = "the owner seems to be a reseller";
    const noted = await desk.app.call("staff", `POST /v1/claims/${id}/notes`, { text: secret });
    assert.equal(noted.status, 201);
    await write("staff", id, { text: "Hello" });
    const link = { "x-evermend-link": linkFor(desk.app.platform, "claim", id) };
    const seen = [
      await desk.app.call(OWNER, `GET /v1/claims/${id}`),
      await desk.app.call(OWNER, `GET /v1/claims/${id}/messages`),
      await desk.app.call("public", `GET /v1/claims/${id}`, undefined, link),
      await desk.app.call(OWNER, `GET /v1/claims/${id}/notes`),
    ];
    assert.ok(seen.every(({ body }) => !JSON.stringify(body).includes(secret)));
    assert.equal(seen.at(-1)?.status, 403);
    const { body } = await desk.app.call("staff", `GET /v1/claims/${id}/notes`);
    assert.deepEqual(
      (body.data as Rows).map(({ text }) => text),
      [secret],
    );
    const { rootId = "" } = readPublicId("clm", id) ?? {};
    const events = await eventsOf(desk.app.platform.database, rootId);
    assert.ok(!JSON.stringify(events).includes(secret), "events hold no words");
  });

  it("break no invariant", async () => {
    assert.deepEqual(await invariantSweep(desk.app.database), []);
  });
});
