import { equal, notEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { hasRightChecks } from "../../platform/index.ts";
import { grouped, nearReferences, referenceIn, referenceOf } from "./creditorReference.ts";

test("examples of the standard have right checks, and with another digit wrong ones", () => {
  ok(hasRightChecks("RF18539007547034"));
  ok(!hasRightChecks("RF18539007547035"));
  ok(hasRightChecks("DE89370400440532013000"));
});

test("a reference is found in whatever was written around it, however it was grouped", () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const reference = referenceOf(id);
      equal(reference.length, 14);
      for (const text of [
        reference,
        grouped(reference),
        `order 7, ${reference.toLowerCase()}`,
        `${reference}/2`,
      ]) {
        equal(referenceIn(text), reference);
      }
    }),
  );
});

test("one slip of the hand is never taken for right, and leads back to the reference", () => {
  const slip = fc.record({
    place: fc.integer({ min: 2, max: 13 }),
    to: fc.constantFrom(...Array.from("0123456789ABCDEFGHJK")),
  });
  fc.assert(
    fc.property(
      fc.uuid(),
      slip,
      fc.constantFrom("wrong", "missing", "twice", "swapped"),
      (id, { place, to }, how) => {
        const right = referenceOf(id);
        const [before, here, after] = [right.slice(0, place), right[place] ?? "", right.slice(place + 1)];
        const spoilt = {
          wrong: before + to + after,
          missing: before + after,
          twice: before + here + here + after,
          swapped: before + (after[0] ?? "") + here + after.slice(1),
        }[how];
        if (spoilt !== right) {
          notEqual(referenceIn(spoilt), spoilt.length === right.length ? spoilt : right.padEnd(15));
          ok(nearReferences(spoilt).includes(right), `${spoilt} leads to ${right}`);
        }
      },
    ),
  );
});
