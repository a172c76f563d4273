import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { CustomerGroup } from "./customerGroup.ts";
import { chainOf } from "./groupChain.ts";

const group = (customerGroup: string, basedOn: string | null): CustomerGroup => ({
  ...{ customerGroup, name: customerGroup, basedOn },
  createdAt: Temporal.Instant.from("2026-06-01T00:00:00Z"),
});

const GROUPS = [
  group("retail", null),
  group("wholesale", "retail"),
  group("drone-hut", "wholesale"),
  group("drone-hut-north", "drone-hut"),
];

test("a group pays its own prices, then those it is based on, and at last everybody's", () => {
  const cases: Readonly<Record<string, string[]>> = {
    retail: ["retail"],
    wholesale: ["wholesale", "retail"],
    "drone-hut": ["drone-hut", "wholesale", "retail"],
    "drone-hut-north": ["drone-hut-north", "drone-hut", "wholesale", "retail"],
    "nobody-knows": ["retail"],
  };
  for (const [name, chain] of Object.entries(cases)) {
    deepEqual(chainOf(GROUPS, name), chain, name);
  }
});

test("every chain ends with retail and names no group twice, however the groups are based", () => {
  const groups = fc
    .array(fc.nat(), { maxLength: 12 })
    .map((bases) => [
      group("retail", null),
      ...bases.map((base, place) => group(`g${place}`, place === 0 ? "retail" : `g${base % place}`)),
    ]);
  fc.assert(
    fc.property(groups, (all) => {
      for (const { customerGroup } of all) {
        const chain = chainOf(all, customerGroup);
        deepEqual([chain[0], chain.at(-1), new Set(chain).size], [customerGroup, "retail", chain.length]);
      }
    }),
  );
});
