import { equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { anyLine } from "../../../test/support/anySides.ts";
import { reportLine } from "../../../test/support/reportLine.ts";
import type { TheirLine } from "./comparison.ts";
import { setEchoesApart } from "./setEchoesApart.ts";

const own = reportLine({ lineId: "own", isSent: false });
const sent = reportLine({ lineId: "sent", theirId: "P-1", isSent: true });

/** Lines, which of them are compared, and what is found of those that are not. */
const CASES: readonly (readonly [string, readonly TheirLine[], string, string])[] = [
  ["told by both, the same", [own, sent], "own", ""],
  ["told by both, another sum", [own, { ...sent, amountMinor: 130 }], "own", "sent amount_differs 370"],
  ["told by both, another currency", [own, { ...sent, currency: "PLN" }], "own", "sent currency_differs 500"],
  [
    "by our key alone",
    [
      { ...own, ourKey: "k" },
      { ...sent, reference: "", ourKey: "k" },
    ],
    "own",
    "",
  ],
  ["a fee that their own books do not tell", [own, { ...sent, feeMinor: 9 }], "sent", ""],
  [
    "a fee that both tell",
    [
      { ...own, feeMinor: 9 },
      { ...sent, feeMinor: 9 },
    ],
    "own",
    "",
  ],
  ["another kind of deed", [own, { ...sent, entry: "refund" }], "own sent", ""],
  ["another deed", [own, { ...sent, reference: "b" }], "own sent", ""],
  ["told by what was sent alone, twice", [sent, { ...sent, lineId: "again" }], "sent again", ""],
  ["told by their own books twice", [own, { ...own, lineId: "again" }], "own again", ""],
  [
    "nothing that names it",
    [
      { ...own, reference: "" },
      { ...sent, reference: "" },
    ],
    "own sent",
    "",
  ],
];

test("a deed told by two mouths is one deed", () => {
  for (const [says, lines, compared, found] of CASES) {
    const { told, findings } = setEchoesApart(lines);
    equal(told.map(({ lineId }) => lineId).join(" "), compared, says);
    equal(findings.map((one) => `${one.lineId} ${one.cause} ${one.amountMinor}`).join(" "), found, says);
  }
});

test("each deed of their own books is compared once, whoever tells it; what is found is not compared", () => {
  const lines = fc.array(fc.tuple(anyLine, fc.boolean()), { maxLength: 12 });
  fc.assert(
    fc.property(lines, (drawn) => {
      const all = drawn.map(([line, isSent], no): TheirLine => ({ ...line, isSent, lineId: `l${no}` }));
      const { told, findings } = setEchoesApart(all);
      const ids = new Set(told.map(({ lineId }) => lineId));
      equal(
        findings.some(({ lineId }) => lineId !== null && ids.has(lineId)),
        false,
      );
      const left = all.filter(({ isSent, lineId }) => !isSent && !ids.has(lineId));
      const inPlace = told.filter(({ isSent, feeMinor }) => isSent && feeMinor > 0);
      equal(left.length <= inPlace.length, true);
      equal(
        left.every(({ feeMinor }) => feeMinor === 0),
        true,
      );
    }),
  );
});
