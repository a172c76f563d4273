import { deepEqual, equal } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { heldContract, heldDevice } from "../../../test/support/heldDevice.ts";
import { referenceTerms } from "../../../test/support/referenceTerms.ts";
import { compileTerms, readTerms } from "../../terms/index.ts";
import { type ConsentFacts, decideAgreeAutoRenewal } from "./decideAgreeAutoRenewal.ts";

const FILE = new URL("../../../programmes/samples/monthly-request.terms.md", import.meta.url);
const { document } = readTerms({ file: "monthly-request.terms.md", text: readFileSync(FILE, "utf8") });
const price = { amount: 799, currency: "USD" };
const contract = heldContract({
  ...{ programme: "sample-monthly-request", product: "monthly", region: "US", currency: "USD" },
  ...{ zone: "Pacific/Honolulu", slots: [] },
  startsAt: Temporal.Instant.from("2026-03-20T20:00:00Z"),
  endsAt: Temporal.Instant.from("2026-04-20T20:00:00Z"),
});

function codeOf(more: Partial<ConsentFacts> = {}): string | undefined {
  equal(document === undefined, false);
  const facts = { contract, ...more };
  const terms = compileTerms(document as NonNullable<typeof document>);
  const record = heldDevice([facts.contract]);
  return decideAgreeAutoRenewal({ record, terms, price, seen: price, present: undefined, ...facts }).refused
    ?.code;
}

test("a running plan may renew by itself where its clause says so, at the price that was shown", () => {
  equal(codeOf(), undefined);
  equal(codeOf({ seen: { ...price, amount: 798 } }), "price_changed");
  equal(codeOf({ seen: { ...price, currency: "EUR" } }), "price_changed");
  equal(codeOf({ price: undefined }), "renewal_not_priced");
});

test("a plan that renews by itself takes another consent only where its card will not be good", () => {
  equal(codeOf({ present: "paid_for" }), "renews_itself_already");
  equal(codeOf({ present: "needs_card" }), undefined);
});

test("what does not run renews no more", () => {
  const states = ["scheduled", "expired", "cancelled"] as const;
  const codes = states.map((state) => codeOf({ contract: { ...contract, state } }));
  deepEqual(
    codes,
    states.map(() => "no_running_contract"),
  );
});

test("terms that let a plan be renewed by hand alone keep no consent", () => {
  const terms = referenceTerms();
  equal(codeOf({ terms, contract: heldContract() }), "renewed_by_hand_only");
});
