import { deepEqual, equal } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { ADVANCE_BUDGETS } from "../../../test/journeys/budgets.ts";
import { type AdvanceDesk, ALL_PARTS, advanceDesk, EVA } from "../../../test/support/advanceDesk.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { eventsOf, readPublicId } from "../../platform/index.ts";

let desk: AdvanceDesk;
before(async () => {
  desk = await advanceDesk();
});

type Body = Readonly<Record<string, unknown>>;
const next = (claim: Body) => (claim.next as { what: string }).what;

async function opened(): Promise<string> {
  const { status, body } = await desk.report();
  equal(status, 201, JSON.stringify(body));
  return String((body.claim as Body).id);
}

/** States of claim, hold and fee. */
async function stands(id: string): Promise<readonly unknown[]> {
  const { body } = await desk.app.call("staff", `GET /v1/claims/${id}`);
  const { claim, hold, charge } = body as Record<string, Body | undefined>;
  return [claim?.state, hold?.state, charge?.state];
}

/** The letters about holds that were settled, in order. */
async function letters(id: string): Promise<string[]> {
  const { rows } = await desk.app.platform.database.pool.query<{ told: string }>(
    `select m.template || coalesce(' ' || (e.body ->> 'kind'), '') || ' ' || m.state as told
       from notices.message m join platform.event e on e.root_id = m.root_id and e.seq = m.event_seq
      where m.root_id = $1 and m.template like 'hold%' order by e.seq`,
    [readPublicId("clm", id)?.rootId],
  );
  return rows.map(({ told }) => told);
}

describe("an advance exchange", () => {
  it("is offered with its fee and its hold, and is paid before anything is sent", async () => {
    const { body } = await desk.report();
    const claim = body.claim as Body;
    const receipt = claim.receipt as Body;
    deepEqual([receipt.outcome, next(claim)], ["plan", "pay"]);
    equal((receipt.hold as { amount: number }).amount, 14_900);
    const paid = await desk.pay(String(claim.id));
    equal(paid.status, 200, JSON.stringify(paid.body));
    const { hold, charge } = paid.body as { hold: Body; charge: Body };
    deepEqual([hold.state, charge.state], ["placed", "captured"]);
    deepEqual([(paid.body.claim as Body).state, next(paid.body.claim as Body)], ["paid", "replace"]);
    equal((await desk.pay(String(claim.id))).body.code, "nothing_to_pay");
  });

  it("is shipped first, and the hold is released when the old device is here", async () => {
    const { id, serial } = await desk.shipped();
    const away = await desk.claim(id);
    deepEqual([away.state, next(away), away.oldDevice], ["shipped", "send_back", "awaited"]);
    equal((away.next as { by: string }).by, "2026-09-20T10:00:00Z");
    equal((await desk.app.call(EVA, `POST /v1/claims/${id}/closure`, {})).body.code, "return_awaited");
    await desk.days(9);
    const back = await desk.bench("intake", id, { serial, parts: ALL_PARTS, condition: "crashed" });
    deepEqual([back.status, back.body.missing], [200, []]);
    await desk.app.platform.jobs.drained();
    deepEqual([(await desk.hold(id)).state, (await desk.claim(id)).oldDevice], ["released", "received"]);
    await desk.days(10);
    equal((await desk.claim(id)).state, "closed");
    deepEqual(await letters(id), ["holdPlaced sent", "holdReleased sent"]);
  });

  it("that never comes back is reminded of, told, and taken: after the deadline and the notice", async () => {
    const { id } = await desk.shipped();
    const dueAt = (await desk.hold(id)).dueAt;
    await desk.days(13.9);
    deepEqual([(await desk.hold(id)).remindedAt === null, (await desk.hold(id)).noticedAt], [false, null]);
    await desk.days(0.9);
    deepEqual(
      [(await desk.hold(id)).dueAt?.toString(), (await desk.hold(id)).state],
      [dueAt?.toString(), "placed"],
    );
    await desk.days(3.7);
    const hold = await desk.hold(id);
    deepEqual([hold.state, hold.capturedMinor, hold.reason], ["captured", 14_900, "late"]);
    equal((await desk.claim(id)).oldDevice, "charged");
    const told = [
      "holdPlaced sent",
      "holdNotice reminder sent",
      "holdNotice capture sent",
      "holdCaptured sent",
    ];
    deepEqual(await letters(id), told);
  });

  it("that comes back as another device waits for a person, who may take it after the notice", async () => {
    const { id } = await desk.shipped();
    await desk.days(3);
    await desk.bench("intake", id, { serial: "MSE77777777", parts: ALL_PARTS, condition: "not ours" });
    const hold = await desk.hold(id);
    deepEqual([hold.answer, hold.needsPerson, hold.attention], ["capture", true, "return_review"]);
    equal(hold.noticedAt === null, false);
    const path = `hld_${hold.rootId}_${hold.no}`;
    const take = (body: object) => desk.app.call("manager", `POST /v1/holds/${path}/capture`, body);
    equal((await take({ reason: "Another device came." })).body.code, "hold_not_due");
    await desk.days(13);
    equal((await desk.hold(id)).state, "placed");
    const tried = await desk.app.call("manager", `POST /v1/holds/${path}/capture?dryRun=true`, {
      reason: "x",
    });
    deepEqual([tried.status, (await desk.hold(id)).ending], [200, null]);
    equal((await take({ amount: 9_900, reason: "Another device came." })).status, 200);
    await desk.app.platform.jobs.drained();
    const taken = await desk.hold(id);
    deepEqual([taken.state, taken.capturedMinor], ["captured", 9_900]);
  });

  it("whose card says no takes no fee, and is paid with another card", async () => {
    const id = await opened();
    const refused = await desk.pay(id, "test_hold_declined");
    deepEqual([(refused.body.hold as Body).state, (refused.body.claim as Body).state], ["wanted", "chosen"]);
    equal((refused.body.charge as Body).payment, null);
    const paid = await desk.pay(id);
    deepEqual([(paid.body.hold as Body).state, (paid.body.claim as Body).state], ["placed", "paid"]);
    deepEqual(await stands(id), ["paid", "placed", "captured"]);
  });

  it("whose fee is declined keeps its hold, and releases it when it is cancelled", async () => {
    const id = await opened();
    await desk.pay(id, "test_declined");
    await desk.app.platform.jobs.drained();
    deepEqual(await stands(id), ["chosen", "placed", "open"]);
    const cancelled = await desk.app.call(EVA, `POST /v1/claims/${id}/cancellation`, {});
    equal(cancelled.status, 200, JSON.stringify(cancelled.body));
    await desk.app.platform.jobs.drained();
    deepEqual(await stands(id), ["cancelled", "released", "cancelled"]);
    equal((await desk.claim(id)).oldDevice, "waived");
  });

  it("that is not paid in time is cancelled, and its hold is released", async () => {
    const id = await opened();
    await desk.pay(id, "test_declined");
    await desk.days(29.5);
    const events = await eventsOf(desk.app.platform.database, (await desk.hold(id)).rootId);
    const reminders = events.filter((event) => event.type === "PaymentReminded");
    equal(reminders.length, 3, "seven, three and one day before");
    await desk.days(1.5);
    equal((await desk.claim(id)).state, "cancelled");
    equal((await desk.hold(id)).state === "placed", false);
  });

  it("whose card says no later needs another; without it the bench may give the device up", async () => {
    const { id } = await desk.shipped("test_hold_short");
    const { rootId, no } = await desk.hold(id);
    await desk.app.platform.database.pool.query(
      "update money.authorisation set method = 'test_hold_declined' where root_id = $1 and hold_no = $2",
      [rootId, no],
    );
    await desk.days(0.6);
    equal((await desk.hold(id)).attention, "renewal_declined");
    const other = await desk.pay(id);
    deepEqual([(other.body.hold as Body).state, (other.body.hold as Body).attention], ["placed", null]);
    equal((await desk.pay(id)).body.code, "nothing_to_pay");
    await desk.days(0.5);
    deepEqual((await desk.hold(id)).authorisations.map(({ state }) => state).slice(-1), ["placed"]);
  });

  it("whose hold has lapsed is given up by the bench, not by its owner", async () => {
    const { id } = await desk.shipped("test_hold_short");
    const { rootId, no } = await desk.hold(id);
    await desk.app.platform.database.pool.query(
      "update money.authorisation set method = 'test_hold_declined' where root_id = $1 and hold_no = $2",
      [rootId, no],
    );
    await desk.days(1.1);
    equal((await desk.hold(id)).state, "lapsed");
    equal((await desk.app.call(EVA, `POST /v1/claims/${id}/closure`, {})).body.code, "return_awaited");
    equal((await desk.app.call("staff", `POST /v1/claims/${id}/closure`, {})).status, 200);
    equal((await desk.claim(id)).oldDevice, "waived");
  });

  it("does not leave while no card stands for it", async () => {
    const id = await opened();
    await desk.pay(id, "test_hold_short");
    await desk.bench("replacement", id);
    const hold = await desk.hold(id);
    const { status } = await desk.app.call(
      "staff",
      `POST /v1/holds/hld_${hold.rootId}_${hold.no}/release`,
      {},
    );
    equal(status, 200);
    await desk.app.platform.jobs.drained();
    equal((await desk.bench("shipment", id)).body.code, "hold_not_placed");
  });

  it("of two payments at once is held once and paid once", async () => {
    const id = await opened();
    await Promise.all([desk.pay(id), desk.pay(id)]);
    await desk.app.platform.jobs.drained();
    deepEqual(await stands(id), ["paid", "placed", "captured"]);
    const events = await eventsOf(desk.app.platform.database, (await desk.hold(id)).rootId);
    const count = (type: string) => events.filter((event) => event.type === type).length;
    deepEqual([count("HoldPlaced"), count("ChargeCaptured"), count("FeePaid")], [1, 1, 1]);
  });

  it("is listed with the holds that are due, as a table too", async () => {
    const { id } = await desk.shipped();
    const { body } = await desk.app.call("staff", "GET /v1/holds?state=placed&days=20&limit=1");
    const [first] = body.data as Body[];
    equal(first?.state, "placed");
    const found = new Set<unknown>();
    for (let after = ""; ; ) {
      const page = await desk.app.call("staff", `GET /v1/holds?limit=2${after}`);
      for (const { claimId } of page.body.data as Body[]) {
        equal(found.has(claimId), false);
        found.add(claimId);
      }
      if (page.body.nextCursor === null) {
        break;
      }
      after = `&after=${page.body.nextCursor as string}`;
    }
    equal(found.has(id), true);
    const headers = { authorization: await desk.app.authorization("staff"), accept: "text/csv" };
    const table = await desk.app.http.inject({ method: "GET", url: "/v1/holds", headers });
    equal(table.body.split("\r\n").length, found.size + 2);
  });
});

/**
 * Of one act, begin and commit included. Beside the claim's own rows each of these reads and changes the
 * hold's.
 */
it("sends no more statements than its budgets", async () => {
  const sent = async () => {
    const text = await desk.app.platform.metrics.text();
    return Object.keys(ADVANCE_BUDGETS).map((step) => {
      const act = `evermend_act_statements_sum{act="POST /v1/claims/{id}/${step}"}`;
      const line = text.split("\n").find((row) => row.startsWith(act));
      return Number(line?.split(" ").at(-1) ?? 0);
    });
  };
  const before = await sent();
  const { id, serial } = await desk.shipped();
  await desk.bench("intake", id, { serial, parts: ALL_PARTS, condition: "crashed" });
  const after = await sent();
  const counts = after.map((count, index) => count - (before[index] ?? 0));
  deepEqual(counts, Object.values(ADVANCE_BUDGETS));
});

it("breaks no invariant", async () => {
  deepEqual(await invariantSweep(desk.app.database as TestDatabase), []);
});
