import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type ClaimDesk, claimDesk, OWNER, toPaid } from "../../../test/support/claimDesk.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { eventsOf, readPublicId } from "../../platform/index.ts";
import { followClocks } from "./followClocks.ts";

type Row = Readonly<Record<string, unknown>>;

describe("service clocks", () => {
  let desk: ClaimDesk;
  before(async () => {
    desk = await claimDesk();
  });

  const clocks = async (id: string): Promise<Row[]> => {
    await desk.app.platform.jobs.drained();
    const all: Row[] = [];
    for (const state of ["running", "paused", "met", "ended"]) {
      const { body } = await desk.app.call("staff", `GET /v1/service-clocks?limit=200&state=${state}`);
      all.push(...(body.data as Row[]));
    }
    return all
      .filter(({ claimId }) => claimId === id)
      .toSorted((one, other) => Number(one.no) - Number(other.no));
  };
  const promise = async (body: object) => await desk.app.call("manager", "POST /v1/service-promises", body);
  const now = () => desk.app.platform.clock.now();

  it("a promise that is changed later moves no clock that runs, and a new clock goes by it", async () => {
    const before = await desk.claimAfter(["intake"]);
    const [first] = await clocks(before);
    assert.deepEqual([first?.promise, first?.state, first?.openMinutes], ["first_look", "running", 960]);
    assert.equal((await promise({ promise: "first_look", openMinutes: 60, version: 0 })).status, 201);
    const stale = await promise({ promise: "first_look", openMinutes: 30, version: 0 });
    assert.deepEqual([stale.status, stale.body.code], [409, "promise_set_meanwhile"]);
    const centres = (await desk.app.call("manager", "GET /v1/centres")).body.data as Row[];
    await ownerQuery(desk.app.database, "update service.centre set hours = '{}', exceptions = '[]'", []);
    const { rootId = "" } = readPublicId("clm", before) ?? {};
    await followClocks.run(desk.app.platform, { rootId, claimNo: 1 });
    assert.deepEqual(
      await clocks(before),
      [first],
      "hours and promises of today are not those it started by",
    );
    const after = await desk.claimAfter(["intake"]);
    assert.equal((await clocks(after))[0]?.openMinutes, 60);
    assert.ok(centres.length > 0, "the control changes centres that are there");
    // The control: a clock that is forgotten and started anew goes by what was changed.
    await ownerQuery(desk.app.database, "delete from service.clock where device_id = $1", [rootId]);
    await followClocks.run(desk.app.platform, { rootId, claimNo: 1 });
    assert.notEqual((await clocks(before))[0]?.dueAt, first?.dueAt);
    const week = ["monday", "tuesday", "wednesday", "thursday", "friday"];
    const hours = Object.fromEntries(week.map((day) => [day, [{ from: "09:00", to: "17:00" }]]));
    await ownerQuery(desk.app.database, "update service.centre set hours = $1", [JSON.stringify(hours)]);
  });

  it("is met by a look, and the way out has one of its own", async () => {
    const id = await desk.claimAfter([...toPaid]);
    const seen = await clocks(id);
    assert.deepEqual(
      seen.map(({ promise: of, state }) => [of, state]),
      [
        ["first_look", "met"],
        ["dispatch", "running"],
      ],
    );
  });

  it("warns, breaks and escalates once each, at its instants, and stops when the step is done", async () => {
    const id = await desk.claimAfter(["intake"]);
    const [clock] = await clocks(id);
    await desk.app.moveTo(
      now()
        .add({ hours: 24 * 7 })
        .toString(),
    );
    const { rootId = "" } = readPublicId("clm", id) ?? {};
    const types = async () =>
      (await eventsOf(desk.app.platform.database, rootId)).flatMap(({ type, at }) =>
        type.startsWith("Promise") ? [[type, at.toString()]] : [],
      );
    const happened = await types();
    assert.deepEqual(
      happened.map(([type]) => type),
      ["PromiseNear", "PromiseBroken", "PromiseEscalated"],
    );
    assert.equal(happened[1]?.[1], clock?.dueAt, "at the instant that was said before");
    const { body } = await desk.app.call("staff", "GET /v1/service-clocks?broken=true&limit=200");
    const broken = body.data as Row[];
    assert.ok(broken.some(({ claimId }) => claimId === id));
    await desk.step("inspection", id);
    assert.equal((await clocks(id))[0]?.state, "met");
    assert.equal((await types()).length, 3);
  });

  it("waits while its owner has the ball, and goes on with what is left", async () => {
    const id = await desk.claimAfter([]);
    const { body } = await desk.app.call("staff", `GET /v1/claims/${id}`);
    const { serial } = body.claim as { serial: string };
    await desk.step("intake", id, { serial, parts: ["battery"], condition: "no camera" });
    const [paused] = await clocks(id);
    if (paused?.state === "paused") {
      assert.equal(paused.dueAt, undefined);
      await desk.app.moveTo(
        now()
          .add({ hours: 24 * 3 })
          .toString(),
      );
      await desk.step("intake", id, { serial, parts: ["camera"], condition: "there it is" });
      const [running] = await clocks(id);
      assert.deepEqual([running?.state, running?.brokenAt], ["running", undefined]);
    } else {
      assert.equal(paused?.state, "running", "these terms ask for no part");
    }
  });

  it("runs while an owner waits for an answer", async () => {
    const id = await desk.claimAfter([]);
    await desk.app.call(OWNER, `POST /v1/claims/${id}/messages`, { text: "When?" });
    assert.deepEqual(
      (await clocks(id)).map(({ promise: of, state }) => [of, state]),
      [["answer", "running"]],
    );
    await desk.app.call("staff", `POST /v1/claims/${id}/messages`, { text: "Friday." });
    assert.equal((await clocks(id))[0]?.state, "met");
  });

  it("says what is promised, by whom it was set", async () => {
    const { body } = await desk.app.call("staff", "GET /v1/service-promises");
    assert.deepEqual(
      (body.data as Row[]).map(({ promise: of, openMinutes, version }) => [of, openMinutes, version]),
      [["first_look", 60, 1]],
    );
    const told = { promise: "answer", openMinutes: 9, version: 0 };
    assert.equal((await desk.app.call("staff", "POST /v1/service-promises", told)).status, 403);
    const unknown = await promise({ promise: "answer", openMinutes: 9, version: 0, centreId: "cen_x" });
    assert.equal(unknown.status, 400);
  });

  it("are of many cases at once what they are of each by itself, for as few questions", async () => {
    const [known] = (await desk.app.call("staff", "GET /v1/service-clocks?limit=1")).body.data as Row[];
    const at = { centreId: known?.centreId };
    const set = [
      { ...at, openMinutes: 2_000 },
      { ...at, channel: "quick", openMinutes: 3_000 },
    ];
    for (const each of set) {
      assert.equal((await promise({ ...each, promise: "first_look", version: 0 })).status, 201);
    }
    const ids: string[] = [];
    for (let no = 0; no < 6; no += 1) {
      await desk.app.moveTo(now().add({ hours: 5 }).toString());
      const { body } = await desk.report({ channel: no % 2 === 0 ? "online" : "quick" });
      const { id, serial } = body.claim as { id: string; serial: string };
      await desk.step("intake", id, { serial, parts: ["camera", "battery"], condition: "cracked" });
      ids.push(id);
    }
    const cases = ids.map((id) => ({ rootId: readPublicId("clm", id)?.rootId ?? "", claimNo: 1 }));
    const kept = async () => (await Promise.all(ids.map(clocks))).flat();
    const forget = async () => {
      await kept();
      const devices = cases.map(({ rootId }) => rootId);
      await ownerQuery(desk.app.database, "delete from service.clock where device_id = any($1)", [devices]);
    };
    const asked = async (): Promise<number> => {
      const said = /^evermend_statements_total\{name="promises_at"\} (\d+)$/m;
      return Number(said.exec(await desk.app.platform.metrics.text())?.[1]);
    };
    await ownerQuery(
      desk.app.database,
      `update service.designation d
          set centre_id = (select c.centre_id from service.centre c where c.centre_id <> d.centre_id
                            order by 1 limit 1)
        where device_id = $1`,
      [cases[2]?.rootId],
    );
    await forget();
    for (const each of cases) {
      await followClocks.run(desk.app.platform, each);
    }
    const single = await kept();
    // The third goes to another centre, for which nothing was promised but by everybody.
    assert.deepEqual(
      single.map(({ openMinutes }) => openMinutes),
      [2_000, 3_000, 60, 3_000, 2_000, 3_000],
    );
    assert.equal(new Set(single.map(({ centreId }) => centreId)).size, 2);
    await forget();
    const before = await asked();
    await followClocks.runTogether?.(desk.app.platform, cases);
    assert.equal((await asked()) - before, 1);
    assert.deepEqual(await kept(), single);
  });

  it("break no invariant", async () => {
    assert.deepEqual(await invariantSweep(desk.app.database), []);
  });
});
