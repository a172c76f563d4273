import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { warsaw } from "../../../test/support/cases.ts";
import { coveredMini, FLYAWAY_TERMS, PILOT } from "../../../test/support/flownMini.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type Answer, type TestApp, testApp } from "../../../test/support/testApp.ts";
import { atEnd, type TestDatabase } from "../../../test/support/testDatabase.ts";

let app: TestApp;
let count = 0;
before(async () => {
  app = await testApp({ now: "2024-06-01T10:00:00Z", settings: { programmes: FLYAWAY_TERMS } });
  atEnd(app.stop);
});

const codeOf = ({ status, body }: Answer) => (status < 400 ? "done" : String(body.code));
const step = async (id: string, what: string, body: object, as: typeof PILOT | "staff" = "staff") =>
  await app.call(as, `POST /v1/claims/${id}/${what}`, body);
const shown = { analysis: "customer", flightLog: "cloud", boundThroughout: true } as const;
const analyse = async (id: string, more: object = {}) => await step(id, "analysis", { ...shown, ...more });
const claimOf = async (id: string) =>
  (await app.call(PILOT, `GET /v1/claims/${id}`)).body.claim as {
    state: string;
    receipt: { outcome: string; against: { clause: string }[] };
    next: { who: string; what: string };
  };

/** A Mini 3 that flew away, told by its owner. */
async function flown(more: object = {}): Promise<{ id: string; serial: string; contract: string }> {
  count += 1;
  const serial = `M3TEST000${count}`;
  const contract = await coveredMini(app, serial);
  const incident = { at: "2024-06-01T10:00:00Z", cause: "flyaway", lost: "total", ...more };
  const { status, body } = await app.call(PILOT, "POST /v1/claims", { serial, incident, channel: "online" });
  assert.equal(status, 201, JSON.stringify(body));
  return { id: (body.claim as { id: string }).id, serial, contract };
}

describe("an aircraft that flew away, under the terms of July 2023", () => {
  it("goes from the report to another one with nothing sent in, and takes its use of flyaways", async () => {
    const { id, serial, contract } = await flown();
    assert.deepEqual((await claimOf(id)).next, {
      who: "centre",
      what: "analyse",
      by: (await dueOf(id)) ?? "",
    });
    const done = await analyse(id);
    assert.equal(
      codeOf(done),
      "done",
      JSON.stringify((done.body.receipt as { needs?: unknown } | undefined)?.needs),
    );
    const choices = done.body.choices as { route: string; unit: string; fee: object; uses: object }[];
    assert.deepEqual(
      choices.map(({ route, unit, fee }) => [route, unit, fee]),
      [["plan", "replacement", { amount: 114_900, currency: "PLN" }]],
    );
    assert.equal(codeOf(await step(id, "choice", { route: "plan" }, PILOT)), "done");
    assert.equal(codeOf(await step(id, "payment", { method: "test_success" }, PILOT)), "done");
    await app.platform.jobs.drained();
    assert.equal(codeOf(await step(id, "replacement", { serial: `${serial}N` })), "done");
    const parcel = { carrier: "DHL", tracking: `JD${serial}`, address: warsaw };
    assert.equal(codeOf(await step(id, "shipment", parcel)), "done");
    assert.equal((await claimOf(id)).state, "shipped");
    const { benefits } = (await app.call(PILOT, `GET /v1/contracts/${contract}`)).body as {
      benefits: { benefit: string; used: number }[];
    };
    assert.equal(benefits.find(({ benefit }) => benefit === "replacement")?.used, 1);
  });

  it("waits for the record of the flight, and for nothing else", async () => {
    const { id } = await flown({ flightLog: "none" });
    assert.equal(codeOf(await analyse(id, { flightLog: "none" })), "flight_record_missing");
    assert.equal(codeOf(await analyse(id, { flightLog: "file" })), "done");
  });

  it("is refused with its clause when not bound or without an accident, and may be contested", async () => {
    const cases = [
      [{ boundThroughout: false }, "flyaway.bound"],
      [{ analysis: "no-accident" }, "flyaway.analysis"],
    ] as const;
    for (const [more, clause] of cases) {
      const { id } = await flown();
      assert.equal(codeOf(await analyse(id, more)), "done");
      const { state, receipt } = await claimOf(id);
      assert.deepEqual([state, receipt.outcome], ["reported", "refused"]);
      assert.ok(receipt.against.some((reason) => reason.clause === clause));
      const asked = await step(id, "appeal", { reason: "It was bound all the time, look." }, PILOT);
      assert.equal(asked.status, 201);
      assert.equal(codeOf(await analyse(id)), "appeal_open");
    }
  });

  it("has the last day of a warranty by its papers as a day, which counts whole", async () => {
    const routesBy = async (warrantyEndsOn: string) => {
      const { id } = await flown();
      const { body } = await analyse(id, { analysis: "maker", warrantyEndsOn });
      const { claim } = (await app.call("staff", `GET /v1/claims/${id}`)).body as {
        claim: { findings: { warrantyEndsAt: string } };
      };
      // These terms count their days in UTC.
      const ends = Temporal.PlainDate.from(warrantyEndsOn).add({ days: 1 }).toZonedDateTime("UTC");
      assert.equal(claim.findings.warrantyEndsAt, ends.toInstant().toString());
      return (body.choices as { route: string }[]).map(({ route }) => route);
    };
    // It flew away on the first of June.
    assert.deepEqual(await routesBy("2024-06-01"), ["warranty"]);
    assert.ok(!(await routesBy("2024-05-31")).includes("warranty"));
    const wrong = await analyse((await flown()).id, {
      analysis: "maker",
      warrantyEndsOn: "2024-06-01T10:00:00Z",
    });
    assert.equal(wrong.status, 400);
  });

  it("is replaced for nothing where the fault was the maker's, and takes no use", async () => {
    const { id, serial, contract } = await flown();
    const done = await analyse(id, { analysis: "maker", warrantyEndsOn: "2025-06-01" });
    const choices = done.body.choices as { route: string; unit: string; fee: { amount: number } }[];
    assert.deepEqual(
      choices.map(({ route, unit, fee }) => [route, unit, fee.amount]),
      [["warranty", "replacement", 0]],
    );
    assert.equal((await step(id, "choice", { route: "warranty" }, PILOT)).body.state, "paid");
    assert.equal(codeOf(await step(id, "replacement", { serial: `${serial}W` })), "done");
    assert.equal(
      codeOf(await step(id, "shipment", { carrier: "DHL", tracking: "JDW", address: warsaw })),
      "done",
    );
    const { benefits } = (await app.call(PILOT, `GET /v1/contracts/${contract}`)).body as {
      benefits: { used: number; reserved: number }[];
    };
    assert.ok(benefits.every(({ used, reserved }) => used + reserved === 0));
  });

  it("seen alive later is a signal; the case stands", async () => {
    const { id } = await flown();
    assert.equal(codeOf(await analyse(id)), "done");
    const early = { at: "2024-05-01T10:00:00Z", what: "flew over Gdańsk" };
    assert.equal(codeOf(await step(id, "activity", early)), "activity_before_loss");
    const seen = await step(id, "activity", { ...early, at: "2024-06-02T10:00:00Z" });
    assert.equal(seen.body.kind, "activity_after_loss");
    assert.equal((await claimOf(id)).state, "inspected");
  });

  it("that is here is inspected, not analysed", async () => {
    const { id } = await flown({ cause: "collision", lost: "none", parts: ["aircraft"] });
    assert.equal(codeOf(await analyse(id)), "not_gone");
  });

  it("that is still being looked at does not lapse; one nobody chooses ends without a parcel", async () => {
    const { id } = await flown();
    assert.equal(codeOf(await analyse(id)), "done");
    const waiting = await flown();
    await app.moveTo("2024-07-20T10:00:00Z");
    assert.equal((await claimOf(id)).state, "cancelled");
    assert.equal((await claimOf(waiting.id)).state, "reported");
    assert.equal(codeOf(await step(waiting.id, "cancellation", {}, PILOT)), "done");
    assert.equal((await claimOf(waiting.id)).state, "cancelled");
  });
});

async function dueOf(id: string): Promise<string | undefined> {
  return ((await app.call(PILOT, `GET /v1/claims/${id}`)).body.claim as { next: { by?: string } }).next.by;
}

it("breaks no invariant", async () => {
  assert.deepEqual(await violationsIn(app.database as TestDatabase), []);
});
