import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { drawRibbon } from "./drawRibbon.ts";
import { layoutRibbon } from "./layoutRibbon.ts";
import { ribbonSamples } from "./ribbonSamples.ts";
import { ribbonText } from "./ribbonText.ts";

for (const [name, facts] of Object.entries(ribbonSamples)) {
  test(`the ribbon of ${name}`, (t) => {
    const layout = layoutRibbon(facts);
    t.assert.snapshot(layout);
    t.assert.snapshot(ribbonText(layout), { serializers: [(text) => `\n${text}\n`] });
    t.assert.snapshot(drawRibbon(layout).toString(), { serializers: [String] });
  });
}

function sample(name: string) {
  const facts = ribbonSamples[name];
  assert(facts, name);
  return facts;
}

test("an unknown date is not drawn as a date, and the list says that it is not known", () => {
  const layout = layoutRibbon(sample("unknown activation date"));
  assert.equal(
    layout.marks.some((mark) => mark.kind === "activated"),
    false,
  );
  assert.equal(layout.chips[0]?.fadesIn, true);
  assert.deepEqual([layout.warranty?.fadesIn, layout.warranty?.fadesOut], [true, true]);
  assert(layout.facts.some((fact) => fact.label === "First used" && fact.value === "not known"));
});

test("a plan that ends at 24:00 is shown by its last day, also on a leap day", () => {
  const ends = layoutRibbon(sample("leap day")).marks.find((mark) => mark.kind === "ends");
  assert.equal(ends?.label, "Ends 28\u00a0Feb\u00a02029");
});

test("whatever the dates, everything stands inside the picture and in the order of time", () => {
  const days = fc.integer({ min: 0, max: 2_000 });
  const base = Temporal.Instant.from("2026-01-01T10:00:00Z");
  const after = (count: number) => base.add({ hours: 24 * count }).toString();
  fc.assert(
    fc.property(days, days, days, fc.array(days, { maxLength: 3 }), (today, start, length, uses) => {
      const facts = {
        ...sample("fresh plan"),
        today: after(today),
        units: [{ serial: "A1", from: after(start) }],
        warranty: undefined,
        renewal: undefined,
        boughtAt: undefined,
        activatedAt: after(start),
        contracts: [
          {
            product: "care-2y",
            startsAt: after(start),
            endsAt: after(start + length + 1),
            state: "active",
            slots: uses.map((use, index) => ({
              benefit: "replacement",
              nth: index + 1,
              state: index % 2 === 0 ? ("used" as const) : ("free" as const),
              usedAt: index % 2 === 0 ? after(start + use) : undefined,
            })),
          },
        ],
      };
      const layout = layoutRibbon(facts);
      const places = [
        layout.today,
        ...layout.marks.map((mark) => mark.at),
        ...layout.pips.map((pip) => pip.at),
        ...layout.plans.flatMap((plan) => [plan.from, plan.pastTo, plan.to]),
      ];
      assert(places.every((place) => place >= 0 && place <= 1));
      assert(layout.plans.every((plan) => plan.from <= plan.pastTo && plan.pastTo <= plan.to));
      assert.equal(layout.pips.length, uses.length);
      assert(
        ribbonText(layout)
          .split("\n")
          .every((line) => line.length <= 78),
      );
    }),
  );
});
