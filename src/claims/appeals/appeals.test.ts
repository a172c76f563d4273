import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cleanFindings } from "../../../test/support/cases.ts";
import {
  type ClaimDesk,
  claimDesk,
  OWNER,
  type Step,
  toInspected,
  type Who,
} from "../../../test/support/claimDesk.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { Answer } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { deadlinesOf, eventsOf, readPublicId } from "../../platform/index.ts";

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

const EVA = "staff eva@example.org";
const reason = "It fell from the table; nobody threw it.";
const says = "We looked again, and this is what we found.";
const codeOf = ({ status, body }: Answer) => (status < 400 ? "done" : String(body.code));
const contest = async (id: string, as: Who = OWNER) =>
  await desk.app.call(as, `POST /v1/claims/${id}/appeal`, { reason });
const settle = async (appeal: Answer, body: object, as: Who = EVA) =>
  await desk.app.call(as, `POST /v1/appeals/${String(appeal.body.id)}/decision`, { says, ...body });
const uphold = { decision: "uphold", shouldBe: "plan" };

/** The same hour so many days later, where plans of the region count their days. */
const afterDays = (at: Temporal.Instant, days: number) =>
  at.toZonedDateTimeISO("Atlantic/Azores").add({ days }).toInstant().toString();

/** A camera of which the bench says that it was thrown: nothing covers it. */
async function refusedAtBench(): Promise<string> {
  const id = await desk.claimAfter(["intake"]);
  const thrown = { ...cleanFindings, intentional: true };
  assert.equal(codeOf(await desk.step("inspection", id, { findings: thrown })), "done");
  return id;
}

/** A theft, which the terms refuse as it is told. */
async function refusedAtReport(): Promise<string> {
  const incident = { at: "2026-09-04", cause: "drop", parts: ["camera"], lost: "total" };
  const { body } = await desk.report({ incident });
  assert.equal((body.claim as { receipt: { outcome: string } }).receipt.outcome, "refused");
  return String((body.claim as { id: string }).id);
}

describe("an appeal", () => {
  it("freezes the case: no step, no cancellation, no time", async () => {
    const id = await refusedAtBench();
    const asked = await contest(id);
    assert.deepEqual([asked.status, asked.body.state], [201, "asked"]);
    assert.equal(codeOf(await contest(id)), "appeal_asked");
    const steps: Step[] = ["intake", "inspection", "choice", "cancellation"];
    const serial = String((await desk.kept(id)).claim.serial);
    const bodies: Partial<Record<Step, object>> = {
      choice: { route: "return" },
      intake: { serial, parts: ["camera"], condition: "wet" },
    };
    for (const step of steps) {
      assert.equal(codeOf(await desk.step(step, id, bodies[step])), "appeal_open", step);
    }
    const { claim, deadlines } = await desk.kept(id);
    assert.deepEqual([claim.state, claim.appeal, deadlines], ["inspected", "asked", []]);
    const shown = (await desk.app.call(OWNER, `GET /v1/claims/${id}`)).body.claim as { next: object };
    assert.deepEqual(shown.next, { who: "centre", what: "review", by: "2026-09-20T00:00:00Z" });
  });

  it("is not decided by whoever inspected, whatever key they use, and by another once", async () => {
    const id = await refusedAtBench();
    const asked = await contest(id);
    assert.equal(codeOf(await settle(asked, { decision: "dismiss" }, "staff")), "decided_before");
    const answers = await Promise.all([
      settle(asked, { decision: "dismiss" }),
      settle(asked, uphold, "manager fay@example.org"),
    ]);
    assert.deepEqual(answers.map(codeOf).toSorted(), ["appeal_decided", "done"]);
  });

  it("that is dismissed gives all the days to choose again, and is not asked for twice", async () => {
    const id = await refusedAtBench();
    const asked = await contest(id);
    await desk.app.moveTo("2026-09-15T10:00:00Z");
    assert.equal(codeOf(await settle(asked, { decision: "dismiss" })), "done");
    assert.deepEqual((await desk.kept(id)).deadlines, ["payment_lapses 2026-10-16T00:00:00Z"]);
    assert.equal(codeOf(await contest(id)), "appealed_before");
    assert.equal(codeOf(await desk.step("choice", id, { route: "return" })), "done");
    const { data } = (await desk.app.call(OWNER, `GET /v1/claims/${id}/appeals`)).body as {
      data: Record<string, unknown>[];
    };
    assert.deepEqual([data[0]?.state, data[0]?.says, data[0]?.decidedBy], ["dismissed", says, undefined]);
  });

  it("that is upheld is looked at again, and is an example for the terms", async () => {
    const id = await refusedAtBench();
    const asked = await contest(id);
    assert.equal(codeOf(await settle(asked, { decision: "uphold" })), "bad_request");
    assert.equal(codeOf(await settle(asked, uphold)), "done");
    assert.equal((await desk.kept(id)).claim.state, "received");
    assert.equal(codeOf(await desk.step("inspection", id)), "done");
    assert.equal(codeOf(await desk.step("choice", id)), "done");
    const shown = await desk.app.call("manager", `GET /v1/appeals/${String(asked.body.id)}`);
    const example = String(shown.body.example);
    assert.match(example, /decision: coverage[\s\S]*intentional: true[\s\S]*expect: \{ outcome: plan \}/);
    assert.doesNotMatch(example, new RegExp(String((await desk.kept(id)).claim.serial)));
  });

  it("may give something at once, within an authority", async () => {
    const id = await refusedAtBench();
    const asked = await contest(id);
    const pln = (amount: number) => ({ amount, currency: "PLN" });
    const grants = { gives: "repair", fee: pln(0), cost: pln(20_000) };
    assert.equal(codeOf(await settle(asked, { ...uphold, shouldBe: "goodwill", grants })), "done");
    const done = await desk.step("choice", id, { route: "goodwill" });
    assert.deepEqual([done.body.state, done.body.route], ["paid", "goodwill"]);
    assert.equal(codeOf(await desk.step("shipment", id)), "done");
  });

  it("opens a case that was refused when it was told: it may be sent in", async () => {
    const id = await refusedAtReport();
    const asked = await contest(id);
    const grants = {
      gives: "repair",
      fee: { amount: 0, currency: "PLN" },
      cost: { amount: 1, currency: "PLN" },
    };
    assert.equal(codeOf(await settle(asked, { ...uphold, grants })), "appeal_grants_nothing_here");
    assert.equal(codeOf(await settle(asked, uphold)), "done");
    const { claim, deadlines } = await desk.kept(id);
    assert.deepEqual([claim.state, claim.appeal], ["reported", "upheld"]);
    assert.equal(deadlines.length, 1);
    const serial = String(claim.serial);
    const parcel = { serial, parts: ["camera", "battery"], condition: "scratched" };
    assert.equal(codeOf(await desk.step("intake", id, parcel)), "done");
  });

  it("is taken back by its owner; what stood goes on", async () => {
    const id = await refusedAtBench();
    const asked = await contest(id);
    const path = `POST /v1/appeals/${String(asked.body.id)}/withdrawal`;
    assert.equal((await desk.app.call("owner bob@example.org", path, {})).status, 404);
    assert.equal(codeOf(await desk.app.call(OWNER, path, {})), "done");
    assert.equal(codeOf(await desk.app.call(OWNER, path, {})), "appeal_decided");
    assert.equal((await desk.kept(id)).deadlines.length, 1);
    assert.equal(codeOf(await contest(id)), "done");
  });

  it("is raised to a person when nobody decides it, and nothing lapses", async () => {
    const id = await refusedAtBench();
    await contest(id);
    await desk.app.moveTo("2026-12-01T10:00:00Z");
    const { claim } = await desk.kept(id);
    assert.deepEqual([claim.state, claim.appeal], ["inspected", "asked"]);
    const { rootId } = readPublicId("clm", id) ?? {};
    const events = await eventsOf(desk.app.platform.database, String(rootId));
    assert.ok(events.some(({ type }) => type === "AppealOverdue"));
  });

  it("is not there before there is anything to contest", async () => {
    const codes = await Promise.all(
      [[], ["intake"], [...toInspected, "choice"]].map(async (steps) =>
        codeOf(await contest(await desk.claimAfter(steps as Step[]))),
      ),
    );
    assert.deepEqual(codes, Array(3).fill("appeal_not_now"));
  });

  it("that is taken back gives back the days that were left, once for each decision", async () => {
    const id = await refusedAtBench();
    const lapses = async () => (await desk.kept(id)).deadlines;
    const from = desk.app.platform.clock.now();
    const stood = await lapses();
    const takeBack = async (asked: Answer) =>
      await desk.app.call(OWNER, `POST /v1/appeals/${String(asked.body.id)}/withdrawal`, {});
    const first = await contest(id);
    await desk.app.moveTo(from.add({ hours: 24 * 10 }).toString());
    assert.equal(codeOf(await takeBack(first)), "done");
    const due = Temporal.Instant.from(String(stood[0]).split(" ")[1] ?? "");
    const later = (days: number) => [`payment_lapses ${afterDays(due, days)}`];
    assert.deepEqual(await lapses(), later(10), "ten days went by, ten days are given back");
    const second = await contest(id);
    await desk.app.moveTo(from.add({ hours: 24 * 15 }).toString());
    assert.equal(codeOf(await takeBack(second)), "done");
    assert.deepEqual(await lapses(), later(10), "and not a second time");
    const third = await contest(id);
    await desk.app.moveTo(from.add({ hours: 24 * 60 }).toString());
    assert.equal(codeOf(await takeBack(third)), "done");
    await desk.app.moveTo(from.add({ hours: 24 * 60 + 1 }).toString());
    assert.deepEqual([(await desk.kept(id)).claim.state, await lapses()], ["paid", []], "it is over");
  });

  it("holds the quote on the sheet, which goes on with the days that were left", async () => {
    const id = await refusedAtBench();
    const from = desk.app.platform.clock.now();
    const lines = [{ kind: "other", says: "Glass", quantity: 1, unit: { amount: 9_000, currency: "PLN" } }];
    const made = await desk.app.call("staff", `POST /v1/claims/${id}/quote`, { lines, validDays: 5 });
    assert.equal(codeOf(made), "done");
    const asked = await contest(id);
    await desk.app.moveTo(from.add({ hours: 24 * 10 }).toString());
    assert.equal(codeOf(await settle(asked, { decision: "dismiss" })), "done");
    const { quote } = made.body as { quote: { validUntil: string } };
    const quotes = (await desk.app.call("staff", `GET /v1/claims/${id}/quotes`)).body.data as object[];
    const until = afterDays(Temporal.Instant.from(quote.validUntil), 10);
    assert.deepEqual(
      quotes.map((each) => (each as { validUntil: string; state: string }).validUntil),
      [until],
    );
    assert.equal(codeOf(await desk.step("choice", id, { route: "paid" })), "done");
  });

  it("holds what its owner is asked about a parcel, asked before it or meanwhile", async () => {
    const another = async (id: string) => {
      const serial = desk.newSerial();
      const came = { serial, parts: ["camera"], condition: "scratched", reason: "It is of somebody else." };
      return await desk.app.call("staff", `POST /v1/claims/${id}/mismatch`, { ...came, choice: "ask" });
    };
    for (const isBefore of [true, false]) {
      const id = await refusedAtReport();
      const from = desk.app.platform.clock.now();
      if (isBefore) {
        assert.equal(codeOf(await another(id)), "done");
      }
      const asked = await contest(id);
      if (!isBefore) {
        assert.equal(codeOf(await another(id)), "done");
      }
      await desk.app.moveTo(from.add({ hours: 24 * 50 }).toString());
      const held = (await desk.kept(id)).claim;
      assert.deepEqual([held.state, held.appeal], ["reported", "asked"], "nothing lapses meanwhile");
      assert.equal(codeOf(await settle(asked, uphold)), "done");
      const { rootId } = readPublicId("clm", id) ?? {};
      const left = await deadlinesOf(desk.app.platform.database, String(rootId));
      const days = left
        .filter(({ kind }) => kind.endsWith("_lapses"))
        .map(({ kind, dueAt }) => `${kind} ${Math.floor(dueAt.since(from).total("hours") / 24)}`);
      assert.deepEqual(days, ["question_lapses 64", "report_lapses 80"]);
    }
  });
});

it("breaks no invariant", async () => {
  // The test clock jumps days in a moment: what follows the last steps has its hour only once its jobs ran.
  await desk.app.platform.jobs.drained();
  assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
});
