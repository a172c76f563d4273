import assert from "node:assert/strict";
import { test } from "node:test";
import { claims } from "../../claims/index.ts";
import { commerce } from "../../commerce/index.ts";
import { contracts } from "../../contracts/index.ts";
import { money } from "../../money/index.ts";
import { allRefusals } from "../../platform/index.ts";
import { en } from "../words/en.ts";
import { sayRefusal } from "./refusalOf.ts";

/** Said to jobs, to the bench, to resellers and to who makes codes, never on a page of an owner. */
const notForOwners = new Set([
  "balance_empty",
  "balance_kept",
  "batch_not_offered",
  "batch_of_renewals",
  "batch_used_up",
  "credit_assigned",
  "credit_paid_out",
  "currency_differs",
  "dispute_above_captured",
  "hold_without_notice",
  "plan_not_sold",
  "reconcile_mode_on",
  "refund_no_provider",
  "region_not_agreed",
  "renewal_has_no_place",
  "reseller_contract_begins",
  "reseller_contract_ended",
  "reseller_contract_runs",
  "reseller_not_active",
  "reseller_not_suspended",
  "reseller_suspended",
  "serial_known",
]);

/** Said to owners by what the bench does: their appointment, the way their device goes, their parcel. */
const ofTheBench = [
  "appointment_exists",
  "appointment_not_at_this_step",
  "centre_does_not_serve",
  "not_for_counter",
  "slot_after_deadline",
  "slot_hold_over",
  "slot_not_offered",
  "slot_taken",
  "too_late_to_change",
];

/** Words of the API that mean nothing to an owner. */
const inside = /\b(GET|POST|charge|claim|contract|receipt|programme|incident|event|fact|unit)s?\b/i;

test("every no an owner can meet is said in an owner's words", () => {
  const modules = [claims, commerce, contracts, money];
  assert.equal(modules.length, 4);
  const sentences = Object.entries(allRefusals())
    .filter(([code]) => !notForOwners.has(code))
    .map(([code, texts]) => [code, sayRefusal({ code, ...texts })] as const);
  assert.ok(sentences.length > 25, `${sentences.length} refusals`);
  assert.deepEqual(
    sentences.filter(([, says]) => inside.test(says)),
    [],
  );
});

test("every no of the bench that an owner meets is said in an owner's words", async () => {
  await import("../../service/index.ts");
  const texts = allRefusals();
  const sentences = ofTheBench.map((code) => {
    const told = texts[code];
    assert.ok(told !== undefined, `nobody says ${code}`);
    return [code, sayRefusal({ code, ...told })] as const;
  });
  assert.deepEqual(
    sentences.filter(([, says]) => inside.test(says)),
    [],
  );
});

test("no word is kept for a no that nobody says any more", async () => {
  // Most of what the bench says is for the bench, so it is heard only from here on.
  await import("../../service/index.ts");
  const spoken = new Set(Object.keys(allRefusals()));
  assert.deepEqual(
    Object.keys(en.refusals).filter((code) => !spoken.has(code)),
    [],
  );
});

test("control: the API's own words are found", () => {
  assert.ok(inside.test(allRefusals().claim_not_at_this_step?.says ?? ""));
});
