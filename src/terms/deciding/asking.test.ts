import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { askingOf } from "../../../test/terms/askingOf.ts";
import { toldFacts } from "../comparing/smallestCase.ts";
import type { Facts } from "../facts.ts";
import { withFact } from "./factSetting.ts";

const root = new URL("../../../", import.meta.url);

const shipped = ["programmes/samples", "programmes/dji-express", "programmes/dji-care-refresh", "statutes"]
  .flatMap((folder) => readdirSync(new URL(folder, root)).map((name) => `${folder}/${name}`))
  .filter((name) => /(?<!\.[a-z]{2})\.terms\.md$/.test(name))
  .map(askingOf)
  .filter(({ examples }) => examples.length > 0);

test("all that the whole diagram branches at is asked for, and nothing that is not seen to matter", () => {
  let [several, most, beside, turned] = [0, 0, 0, 0];
  fc.assert(
    fc.property(
      fc.nat(shipped.length - 1),
      fc.nat(),
      fc.infiniteStream(fc.nat(99)),
      fc.integer({ min: 5, max: 60 }),
      (which, nth, dice, share) => {
        const { examples, ask } = shipped[which] ?? assert.fail();
        const { name, decision, facts: told } = examples[nth % examples.length] ?? assert.fail();
        const forgotten = toldFacts(told).filter(() => Number(dice.next().value) < share);
        const facts = forgotten.reduce((before, [fact]) => withFact(before, fact, "unknown"), told);
        const asked = ask(decision, facts);
        if (asked !== undefined) {
          const { needs, whole, turns, answers } = asked;
          const says = `${name}: ${JSON.stringify(facts)}`;
          assert.deepEqual(
            whole.filter((fact) => !needs.includes(fact)),
            [],
            says,
          );
          for (const [fact, [before, after]] of turns) {
            assert.notEqual(answers(before), answers(after), says);
            assert.ok(needs.includes(fact), `${fact} in ${says}`);
            assert.deepEqual(after.changed(fact, "unknown").facts, before.changed(fact, "unknown").facts);
            turned += 1;
          }
          several += needs.length > 1 ? 1 : 0;
          most = Math.max(most, needs.length);
          const more = needs.filter((fact) => !whole.includes(fact));
          beside += more.length;
        }
      },
    ),
    { numRuns: 200, seed: 20261122 },
  );
  assert.ok(several > 60 && most >= 6 && turned > 200, `${several} ${most} ${turned}`);
  // An instant that only another unknown one is measured against folds away in one order.
  assert.ok(beside < several / 20, `${beside} of ${several}`);
});

test("a case that says of every region that it is unknown is answered", () => {
  const unknownEverywhere: Facts = {
    at: "2026-09-12T10:00:00Z",
    device: { serial: "unknown", model: "phone-a", region: "unknown", batteryHealth: 79 },
    plan: {
      status: "active",
      serial: "unknown",
      region: "unknown",
      startsAt: "unknown",
      endsAt: "2027-03-10T00:00:00Z",
      uses: [{ benefit: "claim", at: "2026-04-01T10:00:00Z" }],
    },
    incident: { cause: "drop", parts: ["housing"], lost: "none" },
    claim: { at: "2026-01-11T09:00:00Z", region: "unknown", wants: "replacement" },
  };
  const insurance = askingOf("programmes/samples/insurance-form.terms.md");
  const { needs } = insurance.ask("coverage", unknownEverywhere) ?? assert.fail();
  assert.ok(needs.includes("plan.startsAt"));
});
