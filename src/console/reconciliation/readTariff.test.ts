import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { bandsOf, basisPointsOf, type TariffTyped, tariffOf } from "./readTariff.ts";

const typed: TariffTyped = {
  ...{ kind: "provider", party: " test ", currency: "eur", from: "2026-07-01" },
  ...{ percent: "1.4", fixed: "0.25", parcelGrams: "", bands: "" },
};

test("a share in per cent is kept in parts of ten thousand, exactly", () => {
  const shares = ["1.4", "1,45", "0", "100", "100.01", "1.456", "-1", "x"].map(basisPointsOf);
  deepEqual(shares, [140, 145, 0, 10_000, undefined, undefined, undefined, undefined]);
});

test("prices up to weights are read line by line, or not at all", () => {
  deepEqual(bandsOf("1000 5.00\n2000 g: 9\n", "EUR"), [
    { upToGrams: 1000, priceMinor: 500 },
    { upToGrams: 2000, priceMinor: 900 },
  ]);
  deepEqual(bandsOf("1000 500", "JPY"), [{ upToGrams: 1000, priceMinor: 500 }]);
  for (const wrong of ["", "1000", "0 5.00", "1000 5.001", "1000 5.00\nmore"]) {
    equal(bandsOf(wrong, "EUR"), undefined, wrong);
  }
});

test("what was agreed is sent with what belongs to its kind only", () => {
  const about = { party: "test", currency: "EUR", from: "2026-07-01" };
  deepEqual(tariffOf(typed), { kind: "provider", ...about, basisPoints: 140, fixedMinor: 25 });
  const carrier: TariffTyped = { ...typed, kind: "carrier", bands: "1000 5.00", parcelGrams: "2000" };
  const bands = [{ upToGrams: 1000, priceMinor: 500 }];
  deepEqual(tariffOf(carrier), { kind: "carrier", ...about, bands, parcelGrams: 2000 });
  for (const more of [
    { party: " " },
    { currency: "EU" },
    { from: "" },
    { percent: "much" },
    { fixed: "0.255" },
  ]) {
    equal(tariffOf({ ...typed, ...more }), undefined, JSON.stringify(more));
  }
});
