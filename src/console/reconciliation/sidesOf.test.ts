import { equal } from "node:assert/strict";
import { test } from "node:test";
import { ourThing, saidOf } from "./sidesOf.ts";

test("what a side says is told in words, sums as sums", () => {
  const euro = (amount: number) => ({ amount, currency: "EUR" });
  const cases = [
    ["amount", euro(5_900), "59.00 EUR"],
    ["balance", euro(-7), "−0.07 EUR"],
    ["fee", null, "none agreed"],
    ["price", null, "nothing"],
    ["weightGrams", 4_000, "4000 g"],
    ["codes", 0, "0"],
    ["day", "2026-06-15", "Mon 15 Jun 2026"],
    ["state", "failed", "failed"],
    ["programme", "scooters", "scooters"],
  ] as const;
  for (const [what, said, says] of cases) {
    equal(saidOf(what, said).replaceAll("\u00a0", " "), says, what);
  }
});

test("our side opens what it is: a try its charge or refund, a dispute won its dispute", () => {
  const root = "01m7ynaym0vqhpgnwdrkms6x8c";
  equal(ourThing(`chg_${root}_1_2`), `chg_${root}_1`);
  equal(ourThing(`rfd_${root}_3`), `rfd_${root}_3`);
  equal(ourThing(`dsp_${root}_1_won`), `dsp_${root}_1`);
  equal(ourThing(`crd_${root}`), undefined);
  equal(ourThing("clearing EUR 7"), undefined);
  equal(ourThing(null), undefined);
});
