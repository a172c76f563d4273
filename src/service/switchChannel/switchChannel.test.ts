import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { BOB, OWNER, type Who } from "../../../test/support/claimDesk.ts";
import { type CounterDesk, codeOf, counterDesk } from "../../../test/support/counterDesk.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";

let desk: CounterDesk;
let times: readonly string[];
before(async () => {
  desk = await counterDesk();
  times = await desk.times();
});

const change = (id: string, channel: string, as: Who = OWNER, more = "") =>
  desk.app.call(as, `POST /v1/claims/${id}/channel${more}`, { channel });
const pageOf = async (id: string) =>
  (await desk.app.call("staff", `GET /v1/claims/${id}`)).body as {
    claim: { channel: string; next: { by?: string } };
    appointment?: { id: string; state: string };
    sendTo?: { name: string };
  };
const online = async () => {
  const { body } = await desk.report();
  return (body.claim as { id: string }).id;
};
const sound = async () => assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);

describe("a claim that is brought instead of sent", () => {
  it("keeps its deadline and its slot, has a decision more, and can book a time", async () => {
    const id = await online();
    const before = await desk.kept(id);
    const answer = await change(id, "swift");
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    assert.equal(answer.body.channel, "swift");
    const after = await desk.kept(id);
    assert.deepEqual([after.slots, after.deadlines], [before.slots, before.deadlines]);
    assert.deepEqual(after.decisions, ["plan", "plan"]);
    assert.ok(after.events.includes("ClaimChannelSwitched"));
    assert.equal(codeOf(await desk.book(id, times[0] as string)), "done");
    await sound();
  });

  it("is sent again: its appointment is cancelled in the same moment, and its bench is free", async () => {
    const id = await desk.swift();
    const startsAt = times[1] as string;
    assert.equal(codeOf(await desk.book(id, startsAt)), "done");
    assert.equal(codeOf(await change(id, "online")), "done");
    const { claim, appointment, sendTo } = await pageOf(id);
    assert.deepEqual([claim.channel, appointment?.state], ["online", "cancelled"]);
    assert.ok(sendTo?.name);
    const kept = await desk.kept(id);
    assert.ok(
      kept.deadlines.every((deadline) => deadline.startsWith("report_lapses")),
      kept.deadlines.join(),
    );
    assert.equal(codeOf(await desk.book(id, startsAt)), "not_for_counter");
    await sound();
  });

  it("never loses days to send that were promised since it was reported", async () => {
    const own = await counterDesk();
    const { body } = await own.report();
    const { id } = body.claim as { id: string };
    const switched = async (channel: string) => {
      const before = (await own.kept(id)).deadlines;
      const answer = await own.app.call(OWNER, `POST /v1/claims/${id}/channel`, { channel });
      assert.equal(codeOf(answer), "done");
      assert.deepEqual((await own.kept(id)).deadlines, before);
      return (answer.body.next as { by?: string }).by;
    };
    const wrongCame = async () => {
      const came = { serial: own.newSerial(), parts: ["camera"], condition: "wet", choice: "ask" };
      const told = { ...came, reason: "Is it yours?" };
      assert.equal(codeOf(await own.app.call("staff", `POST /v1/claims/${id}/mismatch`, told)), "done");
    };
    await own.app.moveTo("2026-09-25T10:00:00Z");
    await wrongCame();
    const answered = { answer: "send_right" };
    assert.equal(
      codeOf(await own.app.call(OWNER, `POST /v1/claims/${id}/question/answer`, answered)),
      "done",
    );
    assert.match(String(await switched("swift")), /^2026-10-26/);
    // While a question is open, its own day is told, and that to send stands behind it.
    await wrongCame();
    assert.match(String(await switched("online")), /^2026-10-10/);
  });

  it("is tried and nothing is kept", async () => {
    const id = await desk.swift();
    assert.equal(codeOf(await desk.book(id, times[2] as string)), "done");
    const before = await desk.kept(id);
    assert.equal((await change(id, "online", OWNER, "?dryRun=true")).body.channel, "online");
    assert.deepEqual(await desk.kept(id), before);
    assert.equal((await pageOf(id)).appointment?.state, "booked");
  });

  it("is its owner's or the centre's to change, once, and only before anything has come", async () => {
    const id = await online();
    assert.equal(codeOf(await change(id, "swift", BOB)), "not_found");
    assert.equal(codeOf(await change(id, "quick")), "bad_request");
    assert.equal(codeOf(await change(id, "online")), "channel_unchanged");
    assert.equal(codeOf(await change(id, "swift", "staff")), "done");
    await desk.steps(id, ["intake"]);
    assert.equal(codeOf(await change(id, "online")), "claim_not_at_this_step");
  });
});

it("sends no more statements than its budget", async () => {
  const text = await desk.app.platform.metrics.text();
  const label = 'act="POST /v1/claims/{id}/channel"';
  const figure = (name: string) => {
    const line = text
      .split("\n")
      .find((row) => row.startsWith(`evermend_act_statements_${name}`) && row.includes(label));
    return Number(line?.split(" ").at(-1));
  };
  assert.ok(figure("count") > 0);
  assert.ok(figure("sum") <= 10 * figure("count"), `${figure("sum")} statements of ${figure("count")}`);
});

describe("at the same moment", () => {
  it("one of many changes is made, with one decision more", async () => {
    const id = await online();
    const answers = await Promise.all(Array.from({ length: 8 }, () => change(id, "swift")));
    const codes = answers.map(codeOf).toSorted();
    assert.deepEqual(codes, [...Array.from({ length: 7 }, () => "channel_unchanged"), "done"]);
    assert.equal((await desk.kept(id)).decisions.length, 2);
  });

  it("a claim that is sent has no appointment, whoever is faster", async () => {
    for (const index of [4, 5, 6]) {
      const id = await desk.swift();
      const [booked, sent] = await Promise.all([desk.book(id, times[index] as string), change(id, "online")]);
      assert.equal(codeOf(sent), "done");
      assert.match(codeOf(booked), /^(done|not_for_counter)$/);
      const { appointment } = await pageOf(id);
      assert.ok(appointment === undefined || appointment.state === "cancelled");
    }
    await sound();
  });
});
