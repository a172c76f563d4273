import { deepEqual, equal } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { decline, finishSession, settle } from "../../../test/support/stripe/stripeBooks.ts";
import {
  type Paying,
  PRICE,
  SHOP,
  type StripeDesk,
  stripeDesk,
} from "../../../test/support/stripe/stripeDesk.ts";

let desk: StripeDesk;
before(async () => {
  desk = await stripeDesk();
});

const CAPTURED = {
  ...{ charge: "captured", "try charge 1": "succeeded" },
  "postings charge/1/captured": String(PRICE),
};
const intentOf = ({ ref, key }: Paying) => ({ id: ref, metadata: { evermend_key: key } });

describe("an intent", () => {
  test("succeeded: captured once; told again, otherwise, or before, it changes nothing", async () => {
    const it = await desk.paying("card:pm_processing");
    const succeeded = { type: "payment_intent.succeeded", object: intentOf(it) };
    deepEqual(
      await desk.changes(it.rootId, () => desk.tell(succeeded)),
      {},
      "told too early: Stripe is asked",
    );
    settle(desk.stripe.books, desk.intentAt(it));
    deepEqual(await desk.changes(it.rootId, () => desk.tell({ ...succeeded, id: "evt_once" })), CAPTURED);
    const again = await desk.tell({ ...succeeded, id: "evt_once" });
    deepEqual([again.status, again.isNews], [200, false]);
    for (const type of [
      "payment_intent.succeeded",
      "payment_intent.payment_failed",
      "payment_intent.canceled",
    ]) {
      deepEqual(await desk.changes(it.rootId, () => desk.tell({ type, object: intentOf(it) })), {}, type);
    }
  });

  test("succeeded, told ten times at once: captured once", async () => {
    const it = await desk.paying("card:pm_processing");
    settle(desk.stripe.books, desk.intentAt(it));
    const succeeded = { type: "payment_intent.succeeded", object: intentOf(it) };
    const ids = [1, 1, 1, 2, 2, 3, 4, 5, 5, 5].map((no) => `evt_at_once_${no}`);
    const news = await desk.changes(it.rootId, async () => {
      const replies = await Promise.all(ids.map((id) => desk.tell({ ...succeeded, id })));
      equal(replies.filter(({ isNews }) => isNews).length, 5);
    });
    deepEqual(news, CAPTURED);
    equal(desk.stripe.books.moved.filter((line) => line.includes(it.key)).length, 1);
  });

  test("canceled, or declined at the bank: it fails, nothing is posted, another may follow", async () => {
    for (const [type, ends] of [
      ["payment_intent.canceled", (it: Paying) => (desk.intentAt(it).status = "canceled")],
      ["payment_intent.payment_failed", (it: Paying) => decline(desk.intentAt(it), "do_not_honor")],
    ] as const) {
      const it = await desk.paying("card:pm_secure");
      ends(it);
      const news = await desk.changes(it.rootId, () => desk.tell({ type, object: intentOf(it) }));
      deepEqual(news, { "try charge 1": "failed" });
      const url = `POST /v1/orders/ord_${it.rootId}/payment`;
      const paid = await desk.changes(it.rootId, () => desk.app.call(SHOP, url, { method: "card:pm_good" }));
      equal(paid["postings charge/1/captured"], String(PRICE));
    }
  });

  test("that pays after its try had failed is told to a person, also if another has paid", async () => {
    for (const isPaidSince of [false, true]) {
      const it = await desk.paying("card:pm_secure");
      desk.intentAt(it).status = "canceled";
      await desk.tell({ type: "payment_intent.canceled", object: intentOf(it) });
      if (isPaidSince) {
        await desk.app.call(SHOP, `POST /v1/orders/ord_${it.rootId}/payment`, { method: "card:pm_good" });
        await desk.app.platform.jobs.drained();
      }
      settle(desk.stripe.books, desk.intentAt(it));
      const late = { type: "payment_intent.succeeded", object: intentOf(it) };
      deepEqual(await desk.changes(it.rootId, () => desk.tell(late)), {}, "the books stay");
      equal(await desk.count(it.rootId, "PaymentContradicted"), 1);
    }
  });

  test("of another account, or of nobody's key: kept, ours stays as it is", async () => {
    const it = await desk.paying("card:pm_processing");
    const object = { id: "pi_elsewhere", metadata: { evermend_key: it.key } };
    const type = "payment_intent.succeeded";
    deepEqual(await desk.changes(it.rootId, () => desk.tell({ type, object, account: "acct_other" })), {});
    const nobodys = { id: "pi_9", metadata: { evermend_key: `chg_${it.rootId}_7_7` } };
    deepEqual(
      await desk.changes(it.rootId, () => desk.tell({ type, object: nobodys, id: "evt_nobodys" })),
      {},
    );
    equal(await desk.stateOf("evt_nobodys"), "unmatched");
  });
});

test("a page: completed is captured, expired fails; a first card that is declined ends nothing", async () => {
  const [paid, left] = [await desk.paying("card"), await desk.paying("card")];
  const declined = {
    type: "payment_intent.payment_failed",
    object: { id: "pi_1", metadata: { evermend_key: paid.key } },
  };
  deepEqual(await desk.changes(paid.rootId, () => desk.tell(declined)), {});
  finishSession(desk.stripe.books, paid.ref, true);
  finishSession(desk.stripe.books, left.ref, false);
  const about = ({ ref, key }: Paying) => ({ id: ref, metadata: { evermend_key: key } });
  const completed = { type: "checkout.session.completed", object: about(paid) };
  deepEqual(await desk.changes(paid.rootId, () => desk.tell(completed)), CAPTURED);
  const expired = { type: "checkout.session.expired", object: about(left) };
  deepEqual(await desk.changes(left.rootId, () => desk.tell(expired)), { "try charge 1": "failed" });
});

test("an unknown kind is kept and changes nothing; what is not signed, or old, is not kept", async () => {
  const it = await desk.paying("card:pm_good");
  const kept = async () => (await ownerQuery(desk.app.database, "select from money.provider_event")).length;
  const earlier = await kept();
  const object = intentOf(it);
  for (const type of ["customer.created", "payment_intent.dreamt_of", "v2.core.something"]) {
    deepEqual(await desk.changes(it.rootId, () => desk.tell({ type, object })), {}, type);
  }
  equal(await kept(), earlier + 3);
  const bad = [{ secret: "whsec_other" }, { age: 301 }] as const;
  for (const how of bad) {
    const step = async () => {
      const { status, code } = await desk.tell({ type: "payment_intent.succeeded", object }, how);
      deepEqual([status, code], [401, "signature_not_valid"]);
    };
    deepEqual(await desk.changes(it.rootId, step), {});
  }
  equal(await kept(), earlier + 3);
});

test("a Stripe that cannot be asked: the message waits for the try, nothing is booked twice", async () => {
  const it = await desk.paying("card:pm_processing");
  settle(desk.stripe.books, desk.intentAt(it));
  desk.stripe.expect(500, 500);
  const succeeded = { type: "payment_intent.succeeded", object: intentOf(it) };
  const news = await desk.changes(it.rootId, () => desk.tell(succeeded));
  deepEqual(news, { "try charge 1": "unknown" });
  const soon = desk.app.platform.clock.now().add({ minutes: 5 }).toString();
  deepEqual(await desk.changes(it.rootId, () => desk.app.moveTo(soon)), CAPTURED);
});

test("after all of it the books are right", async () => {
  deepEqual(await violationsIn(desk.app.database), []);
});
