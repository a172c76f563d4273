import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Goods } from "../ledger/index.ts";
import { goodsLines } from "./goodsLines.ts";

const goods: Goods = {
  ...{ lineNo: 1, kind: "goods", programme: "goods", region: "EE", currency: "EUR", quantity: 2 },
  ...{ owedQuantity: 1, returnedQuantity: 0, netMinor: 2_000, owedMinor: 1_000, incomeMinor: 1_000 },
  ...{ refundedMinor: 0, taxMinor: 480, taxKind: "vat", refundedTaxMinor: 0 },
};
const line = {
  ...{ no: 1, netMinor: 2_000, taxMinor: 480, taxKind: "vat", programme: "goods", region: "EE" },
  ...{ refundedMinor: 0, refundedTaxMinor: 0 },
};
const facts = { goods: [goods], lines: [line], roomMinor: 2_480 };
const told = (made: ReturnType<typeof goodsLines>) =>
  made?.map(({ lineNo, netMinor, taxMinor, deferredMinor, earnedNowMinor, goods: taken }) => [
    ...[lineNo, netMinor, taxMinor, deferredMinor, earnedNowMinor, taken?.from ?? null],
  ]);

test("what will not come leaves what is owed, what came back leaves income, each with its tax", () => {
  const made = goodsLines(facts, [
    { lineNo: 1, pieces: 1, from: "owed" },
    { lineNo: 1, pieces: 1, from: "income" },
  ]);
  deepEqual(told(made), [
    [1, 1_000, 240, 1_000, 0, "owed"],
    [1, 1_000, 240, 0, 0, "income"],
  ]);
});

test("no more than is left of the charge: what is owed beyond it is income", () => {
  const made = goodsLines({ ...facts, roomMinor: 620 }, [{ lineNo: 1, pieces: 1, from: "owed" }]);
  deepEqual(told(made), [[1, 500, 120, 500, 500, "owed"]]);
  deepEqual(goodsLines({ ...facts, roomMinor: 0 }, [{ lineNo: 1, pieces: 1, from: "owed" }]), []);
});

test("tax that kindness corrected is not corrected again", () => {
  const kind = { ...facts, lines: [{ ...line, refundedTaxMinor: 400 }] };
  deepEqual(told(goodsLines(kind, [{ lineNo: 1, pieces: 1, from: "owed" }])), [
    [1, 1_000, 80, 1_000, 0, "owed"],
    [null, 160, 0, 0, 0, null],
  ]);
});

test("pieces that are not there, and lines that are none, are refused whole", () => {
  equal(goodsLines(facts, [{ lineNo: 1, pieces: 2, from: "owed" }]), undefined);
  equal(goodsLines(facts, [{ lineNo: 7, pieces: 1, from: "owed" }]), undefined);
});
