import { deepEqual, equal, ok } from "node:assert/strict";
import { before, beforeEach, describe, test } from "node:test";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type Paying, PRICE, type StripeDesk, stripeDesk } from "../../../test/support/stripe/stripeDesk.ts";

let desk: StripeDesk;
before(async () => {
  desk = await stripeDesk();
});
beforeEach(() => {
  desk.stripe.books.refundsBegin = "succeeded";
});

const captured = () => desk.paying("card:pm_good");

describe("a dispute", () => {
  function dispute({ ref }: Paying, id: string, status: string) {
    const known = desk.stripe.books.disputes.get(id);
    if (known !== undefined) {
      known.status = status;
      return known;
    }
    const made = {
      ...{ id, object: "dispute" as const, payment_intent: ref, amount: PRICE, currency: "eur", status },
      ...{ reason: "fraudulent", created: 1_780_000_000, evidence_details: { due_by: 1_780_900_000 } },
      balance_transactions: [{ fee: 2_000 }],
    };
    desk.stripe.books.disputes.set(id, made);
    return made;
  }

  test("created and won: booked once each, whatever comes twice", async () => {
    const it = await captured();
    const opened = { type: "charge.dispute.created", object: dispute(it, "dp_won", "needs_response") };
    const isOpen = { "dispute 1": "opened", "postings dispute/1/opened": String(PRICE) };
    deepEqual(await desk.changes(it.rootId, () => desk.tell(opened)), isOpen);
    deepEqual(await desk.changes(it.rootId, () => desk.tell(opened)), {});
    const closed = { type: "charge.dispute.closed", object: dispute(it, "dp_won", "won") };
    const news = await desk.changes(it.rootId, () =>
      Promise.all([desk.tell(closed), desk.tell(closed), desk.tell(closed)]),
    );
    deepEqual(news, { "dispute 1": "won", "postings dispute/1/won": String(PRICE + 2_000) });
    deepEqual(await desk.changes(it.rootId, () => desk.tell({ ...opened })), {}, "the first, told late");
  });

  test("told lost before it was told open: both steps are booked, and the plan is ended", async () => {
    const it = await captured();
    const object = dispute(it, "dp_lost", "lost");
    const news = await desk.changes(it.rootId, () => desk.tell({ type: "charge.dispute.closed", object }));
    equal(news["dispute 1"], "lost");
    equal(news["postings dispute/1/opened"], String(PRICE));
    equal(news["postings dispute/1/lost"], "2000");
    const late = { type: "charge.dispute.created", object };
    deepEqual(await desk.changes(it.rootId, () => desk.tell(late)), {});
  });

  test("of a payment that is none of ours is kept for a person", async () => {
    const it = await captured();
    const object = dispute({ ...it, ref: "pi_theirs" }, "dp_theirs", "needs_response");
    const step = () => desk.tell({ type: "charge.dispute.created", object, id: "evt_theirs" });
    deepEqual(await desk.changes(it.rootId, step), {});
    equal(await desk.stateOf("evt_theirs"), "unmatched");
  });
});

describe("a refund", () => {
  /** A goodwill refund of the whole payment, on its way. */
  async function refunding(begins: "succeeded" | "pending") {
    const it = await captured();
    desk.stripe.books.refundsBegin = begins;
    const { body, status } = await desk.app.call("manager", "POST /v1/refunds", {
      ...{ charge: `chg_${it.rootId}_1`, amount: { amount: 500, currency: "EUR" }, reason: "late parcel" },
    });
    equal(status, 201, JSON.stringify(body));
    await desk.app.platform.jobs.drained();
    const refund = [...desk.stripe.books.refunds.values()].find(({ payment_intent: of }) => of === it.ref);
    ok(refund, "it is asked of Stripe");
    return { it, refund };
  }

  test("updated: paid when Stripe has paid it, once", async () => {
    const { it, refund } = await refunding("pending");
    const updated = { type: "refund.updated", object: refund };
    deepEqual(await desk.changes(it.rootId, () => desk.tell(updated)), {}, "it is still on its way");
    refund.status = "succeeded";
    const news = await desk.changes(it.rootId, () => desk.tell(updated));
    deepEqual([news["refund 1"], news["try refund 1"]], ["paid", "succeeded"]);
    deepEqual(await desk.changes(it.rootId, () => desk.tell(updated)), {});
  });

  test("failed: nothing is paid, a person is told", async () => {
    const { it, refund } = await refunding("pending");
    Object.assign(refund, { status: "failed", failure_reason: "lost_or_stolen_card" });
    const news = await desk.changes(it.rootId, () => desk.tell({ type: "refund.failed", object: refund }));
    deepEqual(news, { "refund 1": "failed", "try refund 1": "failed" });
    equal(await desk.count(it.rootId, "RefundFailed"), 1);
  });

  test("that came back after it was paid is told to a person, once a message", async () => {
    const { it, refund } = await refunding("succeeded");
    equal((await desk.stands(it.rootId))["refund 1"], "paid");
    Object.assign(refund, { status: "failed", failure_reason: "expired_or_canceled_card" });
    const failed = { type: "refund.failed", object: refund, id: "evt_came_back" };
    deepEqual(await desk.changes(it.rootId, () => desk.tell(failed)), {});
    deepEqual(
      [await desk.stateOf("evt_came_back"), await desk.count(it.rootId, "RefundContradicted")],
      ["contradicts", 1],
    );
    await desk.tell(failed);
    equal(await desk.count(it.rootId, "RefundContradicted"), 1);
  });
});

test("after all of it the books are right", async () => {
  deepEqual(await violationsIn(desk.app.database), []);
});
