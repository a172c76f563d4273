import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { actionCamera, droppedCamera, instant, terms, twoYearPlan } from "../../../test/support/cases.ts";
import { slots } from "../../../test/support/heldDevice.ts";
import { type ClaimRow, claimStates } from "../../claims/index.ts";
import { compileTerms, readTerms, type Terms } from "../../terms/index.ts";
import { decideSwitchChannel, type Switchable, type SwitchFacts } from "./decideSwitchChannel.ts";

const at = instant("2026-09-06T10:00:00Z");
const facts: SwitchFacts = { at, isStaff: false, hasCounter: true, visit: undefined };
const carried = { ...terms.decide("coverage", {}), outcome: "plan" as const };
const record = actionCamera([twoYearPlan({ slots: slots({ free: 3 }) })]);

const decide = (
  change: Partial<ClaimRow> = {},
  more: Partial<SwitchFacts> = {},
  { to = "swift", by = terms }: { to?: Switchable; by?: Terms } = {},
) =>
  decideSwitchChannel(
    to,
    { claim: droppedCamera({ receipt: carried, ...change }), record, terms: by },
    { ...facts, ...more },
  );

/** The reference programme with one clause more: nothing is covered over the counter. */
function termsWithoutCounter(): Terms {
  const file = new URL("../../../programmes/dji-care-refresh/seeds.terms.md", import.meta.url);
  const text = readFileSync(file, "utf8").replace(
    /^### .*\{#except\.accessories\}$/m,
    (next) => `### 5.3a Over the counter {#except.counter}

The plan does not cover a device that is brought over the counter.

\`\`\`terms
kind: exclude
applies-to: [plan, warranty]
when: { claim.channel: swift }
\`\`\`

${next}`,
  );
  const { document } = readTerms({ file: "counter.terms.md", text });
  assert.ok(document);
  return compileTerms(document);
}

describe("sending instead of bringing, or the other way round", () => {
  for (const state of claimStates) {
    it(`of a claim that is ${state} is ${state === "reported" ? "decided" : "refused"}`, () => {
      const expected = state === "reported" ? undefined : "claim_not_at_this_step";
      assert.equal(decide({ state }).refused?.code, expected);
    });
  }

  it("is decided anew, and holds the slot it is promised and no other", () => {
    const { accepted } = decide();
    assert.equal(accepted?.receipt.outcome, "plan");
    assert.deepEqual(accepted.slots, { give: [], take: [{ benefit: "replacement" }] });
  });

  const soon = { state: "booked", startsAt: at.add({ minutes: 30 }), heldUntil: null } as const;
  const later = { ...soon, startsAt: at.add({ hours: 5 }) };
  const visit = (appointment: NonNullable<SwitchFacts["visit"]>["appointment"]) => ({
    visit: { appointment, centre: { noticeMinutes: 120 } },
  });
  const swift = { channel: "swift" } as const;
  const online = { to: "online" } as const;
  const table: readonly (readonly [string, () => ReturnType<typeof decide>, string | undefined])[] = [
    ["quick goes by its own way", () => decide({ channel: "quick" }), "channel_not_switchable"],
    ["it goes that way already", () => decide(swift), "channel_unchanged"],
    ["the time to send is over", () => decide({ dueAt: at }), "waiting_is_over"],
    ["nobody has a counter for it", () => decide({}, { hasCounter: false }), "no_counter_serves"],
    ["sent: no counter is needed", () => decide(swift, { hasCounter: false }, online), undefined],
    ["its owner is about to come", () => decide(swift, visit(soon), online), "too_late_to_change"],
    ["staff say so", () => decide(swift, { ...visit(soon), isStaff: true }, online), undefined],
    ["there is time", () => decide(swift, visit(later), online), undefined],
    ["it is only held", () => decide(swift, visit({ ...soon, state: "held" }), online), undefined],
    [
      "its owner is here",
      () => decide(swift, visit({ ...soon, state: "arrived" }), online),
      "appointment_not_at_this_step",
    ],
  ];
  for (const [when, decision, code] of table) {
    it(`is ${code ?? "right"} when ${when}`, () => assert.equal(decision().refused?.code, code));
  }

  it("is refused with the receipt where the terms carry it one way only, and never loses what it has", () => {
    const by = termsWithoutCounter();
    const { refused } = decide({}, {}, { by });
    assert.equal(refused?.code, "channel_not_covered");
    const { receipt } = refused as unknown as { receipt: { against: { clause: string }[] } };
    assert.ok(receipt.against.some(({ clause }) => clause === "except.counter"));
    const paid = { ...carried, outcome: "paid" as const };
    assert.equal(
      decide({ ...swift, receipt: paid }, {}, { ...online, by }).accepted?.receipt.outcome,
      "plan",
    );
  });
});
