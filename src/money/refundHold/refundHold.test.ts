import { deepEqual, equal, ok } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { gapsToBank } from "../../../test/faults/money/bankBooks.ts";
import { type AdvanceDesk, advanceDesk, EVA } from "../../../test/support/advanceDesk.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { TestApp } from "../../../test/support/testApp.ts";
import { listMail } from "../../platform/index.ts";

type Who = Parameters<TestApp["call"]>[0];
const MIA = "manager mia@example.com";
const MAX = "manager max@example.com";

let desk: AdvanceDesk;
let app: TestApp;
/** Holds whose old device never came: captured, 149.00 each. */
let holds: string[];
let placed: string;
let rootOf: (hold: string) => string;

before(async () => {
  desk = await advanceDesk();
  app = desk.app;
  const claims = [await desk.shipped(), await desk.shipped(), await desk.shipped()];
  await desk.days(19);
  holds = [];
  for (const { id } of claims) {
    const { rootId, no, state } = await desk.hold(id);
    equal(state, "captured");
    holds.push(`hld_${rootId}_${no}`);
  }
  const { rootId, no } = await desk.hold((await desk.shipped()).id);
  placed = `hld_${rootId}_${no}`;
  rootOf = (hold) => hold.split("_")[1] ?? "";
});

const refund = (hold: string, body: object = {}, as: Who = MIA, query = "") =>
  app.call(as, `POST /v1/holds/${hold}/refund${query}`, { reason: "It had come, unseen.", ...body });

/** What a hold has brought us. */
async function income(hold: string): Promise<number> {
  const [row] = await ownerQuery<{ sum: string }>(
    app.database,
    `select coalesce(sum(case when credit_id = account_id then amount_minor else -amount_minor end), 0) as sum
       from money.posting join money.account on account_id in (debit_id, credit_id)
      where kind = 'hold_income' and root_id = $1`,
    [rootOf(hold)],
  );
  return Number(row?.sum);
}

describe("a hold that was captured wrongly", () => {
  test("is paid back to its card in part, then the rest of it, and not a unit more", async () => {
    const [hold = ""] = holds;
    equal(await income(hold), 14_900);
    const tried = await refund(hold, {}, MIA, "?dryRun=true");
    deepEqual([tried.status, tried.body.amount, await income(hold)], [200, USD(14_900), 14_900]);
    const part = await refund(hold, { amount: 9_900 });
    equal(part.status, 201, JSON.stringify(part.body));
    deepEqual([part.body.kind, part.body.hold, part.body.charge], ["hold", hold, null]);
    await app.platform.jobs.drained();
    const paid = await app.call("staff", `GET /v1/refunds/${part.body.id}`);
    deepEqual([paid.body.state, paid.body.means, await income(hold)], ["paid", "provider", 5_000]);
    equal((await refund(hold, { amount: 5_001 })).body.code, "refund_above_hold");
    const rest = await refund(hold);
    deepEqual([rest.body.amount, rest.body.state], [USD(5_000), "requested"], "all of it together needs two");
    equal((await decide(MIA, rest.body.id, "approve")).body.code, "same_person");
    equal((await decide(MAX, rest.body.id, "approve")).status, 200);
    await app.platform.jobs.drained();
    equal((await refund(hold)).body.code, "refund_above_hold");
    const shown = await app.call("manager", `GET /v1/holds/${hold}`);
    deepEqual([shown.body.state, shown.body.captured], ["captured", USD(14_900)], "it was captured");
    equal(await income(hold), 0);
    deepEqual(await gapsToBank(app.database), []);
  });

  test("is declined by the second person, and can be asked for again", async () => {
    const [, hold = ""] = holds;
    const asked = await refund(hold);
    equal(asked.body.state, "requested");
    equal(await income(hold), 0);
    equal((await decide(MAX, asked.body.id, "decline")).body.state, "declined");
    equal(await income(hold), 14_900);
    equal((await refund(hold, { amount: 14_900 })).status, 201);
  });

  test("is promised back as often as there is money, however many ask at once", async () => {
    const [, , hold = ""] = holds;
    const answers = await Promise.all(Array.from({ length: 12 }, () => refund(hold, { amount: 3_000 })));
    equal(answers.filter(({ status }) => status === 201).length, 4);
    await app.platform.jobs.drained();
    equal(await income(hold), 2_900);
  });

  test("is seen by its owner, who is told, without what is the office's", async () => {
    const own = await app.call(EVA, "GET /v1/refunds?kind=hold&limit=200");
    const rows = own.body.data as { id: string; requestedBy: string; reason: string; state: string }[];
    ok(rows.length >= 7, JSON.stringify(rows));
    deepEqual([...new Set(rows.flatMap(({ requestedBy, reason }) => [requestedBy, reason]))].toSorted(), [
      "",
      "office",
    ]);
    const one = await app.call(EVA, `GET /v1/refunds/${rows[0]?.id}`);
    deepEqual([one.status, one.body.postings], [200, []]);
    equal((await app.call("owner bob@example.org", `GET /v1/refunds/${rows[0]?.id}`)).status, 404);
    const none = await app.call("owner bob@example.org", "GET /v1/refunds");
    deepEqual(none.body, { data: [], nextCursor: null });
    const subjects = (await listMail(app.platform.config.dataFolder)).map(({ subject }) => subject);
    ok(subjects.includes("Your refund of 99.00 USD is paid"), subjects.join("; "));
  });

  test("is refused while it is placed, where it is not there, of nothing, and to who may not", async () => {
    equal((await refund(placed)).body.code, "hold_not_captured");
    equal((await refund(`${placed}9`)).status, 404);
    equal((await refund(placed, { amount: 0 })).status, 400);
    equal((await refund(placed, { reason: "" })).status, 400);
    equal((await refund(holds[0] ?? "", {}, EVA)).status, 403);
    equal((await refund(holds[0] ?? "", {}, "integrator")).status, 403);
  });

  test("and the sweep finds nothing", async () => {
    deepEqual(await violationsIn(app.database), []);
  });
});

const USD = (amount: number) => ({ amount, currency: "USD" });

const decide = (as: Who, id: unknown, decision: string) =>
  app.call(as, `POST /v1/refunds/${id}/approval`, { decision, reason: "looked at" });
