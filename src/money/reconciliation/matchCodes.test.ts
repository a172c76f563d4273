import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { shuffled, sorted } from "../../../test/support/anySides.ts";
import { reportLine } from "../../../test/support/reportLine.ts";
import { matchCodes } from "./matchCodes.ts";

const at = Temporal.Instant.from("2026-06-12T12:00:00Z");
const sold = [{ orderId: "o1", at, quantity: 5 }];
const counts = (reference: string, quantity: number, lineId = "l1") =>
  reportLine({ entry: "codes", reference, quantity, lineId });

test("each way to count otherwise has its cause; parts of an order count together", () => {
  for (const [says, lines, isTold, causes] of [
    ["the same", [counts("o1", 5)], true, []],
    ["in two parts", [counts("o1", 2), counts("o1", 3, "l2")], true, []],
    ["more", [counts("o1", 6)], true, ["reseller_counts_more"]],
    ["fewer", [counts("o1", 4)], true, ["reseller_counts_fewer"]],
    ["left out", [], true, ["reseller_counts_fewer"]],
    ["left out of days nobody tells of", [], false, []],
    ["an order of nobody's", [counts("o1", 5), counts("o9", 1, "l2")], true, ["unknown_reference"]],
  ] as const) {
    const findings = matchCodes(lines, sold, () => isTold);
    deepEqual(
      findings.map(({ cause }) => cause),
      causes,
      says,
    );
  }
});

test("each order is right or different, once, and order does not matter", () => {
  const anyCounts = fc.array(fc.tuple(fc.constantFrom("o1", "o2", "o3"), fc.nat({ max: 3 })), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(anyCounts, anyCounts, fc.nat({ max: 999 }), (theirs, ours, seed) => {
      const lines = theirs.map(([order, quantity], no) => counts(order, quantity, `l${no}`));
      const orders = new Map<string, (typeof sold)[number]>(
        ours.map(([orderId, quantity]) => [orderId, { orderId, at, quantity }]),
      );
      const findings = matchCodes(lines, [...orders.values()], () => true);
      const sum = new Map<string, number>();
      for (const [order, quantity] of theirs) {
        sum.set(order, (sum.get(order) ?? 0) + quantity);
      }
      const names = new Set<string>([...sum.keys(), ...orders.keys()]);
      const differ = [...names].filter(
        (name) =>
          !(sum.has(name) && !orders.has(name)) && (sum.get(name) ?? 0) !== (orders.get(name)?.quantity ?? 0),
      );
      const unknown = [...sum.keys()].filter((name) => !orders.has(name));
      deepEqual(findings.length, differ.length + unknown.length);
      const shuffledLines = shuffled(lines, seed);
      const others = matchCodes(shuffledLines, shuffled([...orders.values()], seed), () => true);
      deepEqual(sorted(others), sorted(findings));
    }),
    { numRuns: 1_000 },
  );
});
