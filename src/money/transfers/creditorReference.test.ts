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

const places = fc.integer({ min: 2, max: 13 });
const anySlip = fc.record({
  how: fc.constantFrom("wrong", "missing", "twice", "swapped"),
  place: places,
  to: fc.constantFrom(...Array.from("0123456789ABCDEFGHJK")),
});

function slipped(right: string, { how, place, to }: { how: string; place: number; to: string }): string {
  const [before, here, after] = [right.slice(0, place), right[place] ?? "", right.slice(place + 1)];
  switch (how) {
    case "wrong":
      return before + to + after;
    case "missing":
      return before + after;
    case "twice":
      return before + here + here + after;
    default:
      return before + (after[0] ?? "") + here + after.slice(1);
  }
}

test("one slip of the hand leads back to the reference", () => {
  fc.assert(
    fc.property(fc.uuid(), anySlip, (id, slip) => {
      const right = referenceOf(id);
      const spoilt = slipped(right, slip);
      ok(nearReferences(spoilt).includes(right), `${spoilt} leads to ${right}`);
    }),
  );
});

// A letter counts as two digits, so a digit in a letter's place moves all that stands before it, and one such
// slip in 97 has right checks by chance. Nobody has that reference, and the slip above leads back.
test("a character for one of its kind, or two of a kind changed about, is never taken for right", () => {
  const isDigit = (letter: string | undefined) => letter !== undefined && letter <= "9";
  fc.assert(
    fc.property(fc.uuid(), anySlip, (id, slip) => {
      const right = referenceOf(id);
      const other = slip.how === "swapped" ? right[slip.place + 1] : slip.to;
      fc.pre((slip.how === "wrong" || slip.how === "swapped") && other !== undefined);
      fc.pre(isDigit(right[slip.place]) === isDigit(other) && right[slip.place] !== other);
      notEqual(referenceIn(slipped(right, slip)), slipped(right, slip));
    }),
  );
});
