import { deepEqual, equal } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { readPublicId } from "../src/platform/index.ts";
import { type PaidPlan, paidPlan } from "./support/paidPlan.ts";
import { rowsOfRoots } from "./support/rowsOfRoots.ts";
import { activatePhone, sampleProgramme } from "./support/sampleProgramme.ts";
import { dear, REFUND_TERMS, union } from "./support/soldPlan2025.ts";
import { type TestApp, testApp } from "./support/testApp.ts";
import { atEnd, type TestDatabase } from "./support/testDatabase.ts";

type Who = Parameters<TestApp["call"]>[0];
/** Who asks for what, and the code of the refusal. */
type Try = readonly [as: Who, route: string, body: object, code: string];

const ADA = "owner ada@example.com";
const MIA = "manager mia@example.com";
const to = { name: "Ben", email: "ben@example.org" };
const givenUp = { by: "holder", reason: "no-longer-wanted" };
const yes = { method: "test_success", price: { amount: 1, currency: "EUR" }, agrees: true };

async function done(app: TestApp, as: Who, route: string, body: object): Promise<Record<string, unknown>> {
  const answer = await app.call(as, route, body);
  equal(answer.status < 300, true, `${route}: ${JSON.stringify(answer.body)}`);
  await app.platform.jobs.drained();
  return answer.body;
}

/** Each is refused with 409 and its code, and not a row of the roots has changed. */
async function refused(app: TestApp, rootIds: readonly string[], tries: readonly Try[]): Promise<void> {
  await app.platform.jobs.drained();
  const database = app.database as TestDatabase;
  const kept = await rowsOfRoots(database, rootIds);
  equal(kept.length > 0, true);
  const answers = [];
  for (const [as, route, body] of tries) {
    const { status, body: said } = await app.call(as, route, body);
    answers.push([route, status, said.code]);
  }
  const expected = tries.map(([, route, , code]) => [route, 409, code]);
  deepEqual(answers, expected);
  await app.platform.jobs.drained();
  deepEqual(await rowsOfRoots(database, rootIds), kept);
}

describe("what money and contracts take no more", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp({ now: "2025-08-05T12:00:00Z", settings: { programmes: REFUND_TERMS } });
    atEnd(app.stop);
  });
  const rootsOf = ({ orderId, deviceId }: PaidPlan) => [orderId, deviceId];
  const triesOf = ({ contract }: PaidPlan, codes: Readonly<Record<string, string>>): Try[] => {
    const bodies: Readonly<Record<string, object>> = {
      ...{ cancellation: givenUp, renewal: { method: "test_success" }, transfer: { to } },
      ...{ "auto-renewal": yes, "auto-renewal/cancellation": {} },
    };
    return Object.entries(codes).map(([step, code]) => [
      ...([step === "transfer" ? ADA : "staff", `POST /v1/contracts/${contract}/${step}`] as const),
      ...([bodies[step] ?? {}, code] as const),
    ]);
  };
  const dispute = ({ charge, orderId }: PaidPlan) => ({
    ...{ charge, reason: "not recognised", providerRef: `dp_${orderId}` },
    amount: { amount: 4425, currency: "EUR" },
  });

  test("a contract whose payment is disputed: it is suspended, and nothing is done with it", async () => {
    const plan = await paidPlan(app, union);
    await done(app, "manager", "POST /v1/disputes", dispute(plan));
    const tries = triesOf(plan, {
      ...{ cancellation: "payment_disputed", transfer: "contract_not_running" },
      "auto-renewal/cancellation": "renewed_by_hand_already",
    });
    await refused(app, rootsOf(plan), tries);
  });

  test("a contract that was given up", async () => {
    const plan = await paidPlan(app, union);
    await done(app, ADA, `POST /v1/contracts/${plan.contract}/cancellation`, givenUp);
    const tries = triesOf(plan, {
      ...{ cancellation: "contract_cancelled", renewal: "no_running_contract" },
      ...{ transfer: "contract_not_running", "auto-renewal": "no_running_contract" },
      "auto-renewal/cancellation": "renewed_by_hand_already",
    });
    await refused(app, rootsOf(plan), tries);
  });

  for (const outcome of ["won", "lost"] as const) {
    test(`a dispute that was ${outcome}`, async () => {
      const plan = await paidPlan(app, union);
      const { id } = await done(app, "manager", "POST /v1/disputes", dispute(plan));
      const end = `POST /v1/disputes/${id}/outcome`;
      await done(app, "manager", end, { outcome });
      await refused(app, rootsOf(plan), [
        ["manager", end, { outcome: "won" }, "dispute_closed"],
        ["manager", end, { outcome: "lost" }, "dispute_closed"],
      ]);
    });
  }

  for (const decision of ["approve", "decline"] as const) {
    test(`a refund that waits for another person, and one that was decided: ${decision}`, async () => {
      const plan = await paidPlan(app, dear);
      const asked = await done(app, MIA, `POST /v1/contracts/${plan.contract}/cancellation`, givenUp);
      const route = `POST /v1/refunds/${(asked.refund as { id: string }).id}`;
      const decided = (one: string) => ({ decision: one, reason: "looked at" });
      await refused(app, rootsOf(plan), [
        [MIA, `${route}/approval`, decided("approve"), "same_person"],
        ["manager", `${route}/payment`, { means: "provider" }, "refund_not_waiting"],
      ]);
      await done(app, "manager", `${route}/approval`, decided(decision));
      await refused(app, rootsOf(plan), [
        ["manager", `${route}/approval`, decided("approve"), "refund_decided"],
        ["manager", `${route}/approval`, decided("decline"), "refund_decided"],
        ["manager", `${route}/payment`, { means: "provider" }, "refund_not_waiting"],
      ]);
    });
  }

  test("a charge that was paid back whole", async () => {
    const plan = await paidPlan(app, union);
    const { charge } = plan;
    const kind = { charge, amount: { amount: 4425, currency: "EUR" }, reason: "kind" };
    await done(app, "staff", "POST /v1/refunds", kind);
    const cent = { ...kind, amount: { amount: 1, currency: "EUR" } };
    await refused(app, rootsOf(plan), [["staff", "POST /v1/refunds", cent, "refund_above_captured"]]);
  });

  test("money at our bank that was given to a charge", async () => {
    const [plan, other] = [await paidPlan(app, union), await paidPlan(app, union)];
    const amount = { amount: 100, currency: "EUR" };
    const credit = { bankId: "B-77", amount, reference: "none", bookedOn: "2025-08-05" };
    const { credits } = await done(app, "manager", "POST /v1/bank-credits", { credits: [credit] });
    const id = (credits as { id: string }[])[0]?.id ?? "";
    const assign = `POST /v1/bank-credits/${id}/assignment`;
    await done(app, "manager", assign, { chargeId: plan.charge });
    const roots = [...rootsOf(plan), ...rootsOf(other), readPublicId("crd", id)?.rootId ?? ""];
    await refused(app, roots, [
      ["manager", assign, { chargeId: plan.charge }, "credit_assigned"],
      ["manager", assign, { chargeId: other.charge }, "credit_assigned"],
    ]);
  });
});

describe("a contract on its way to another holder", () => {
  const giver = "owner ada@example.org";
  const taker = "owner ben@example.org";
  const sold = { programme: "one-time-transfer", plan: "term-2y" };
  const ends: readonly (readonly [state: string, as: Who, route: string, body: object])[] = [
    ["declined", taker, "answer", { answer: "decline" }],
    ["withdrawn", giver, "withdrawal", {}],
    ["agreed", taker, "answer", { answer: "agree" }],
  ];

  test("is asked for once, answered by one side, taken back by the other, and ends once", async () => {
    const app = await sampleProgramme("2026-03-20T10:00:00-10:00", sold);
    const contract = await activatePhone(app, giver);
    const ask = `POST /v1/contracts/${contract}/transfer`;
    const { deviceId = "" } = (await app.call(giver, `GET /v1/contracts/${contract}`)).body;
    const root = readPublicId("dev", String(deviceId))?.rootId ?? "";
    for (const [state, as, step, body] of ends) {
      const { id } = await done(app, giver, ask, { to });
      const answer = `POST /v1/transfers/${id}/answer`;
      const withdraw = `POST /v1/transfers/${id}/withdrawal`;
      await refused(
        app,
        [root],
        [
          [giver, ask, { to }, "transfer_underway"],
          [giver, answer, { answer: "agree" }, "not_yours_to_answer"],
          [taker, withdraw, {}, "not_yours_to_withdraw"],
        ],
      );
      equal((await done(app, as, `POST /v1/transfers/${id}/${step}`, body)).state, state);
      await refused(
        app,
        [root],
        [
          [taker, answer, { answer: "agree" }, "transfer_ended"],
          [taker, answer, { answer: "decline" }, "transfer_ended"],
          [giver, withdraw, {}, "transfer_ended"],
        ],
      );
      await app.moveTo(app.platform.clock.now().add({ hours: 24 }).toString());
    }
  });
});
