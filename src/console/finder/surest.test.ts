import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Hit, surest } from "./surest.ts";

const hit = (kind: Hit["kind"], id: string, by: Hit["by"] = "serial", state?: string): Hit => ({
  ...{ kind, id, by },
  ...(state === undefined ? {} : { state }),
});

describe("what a scan means", () => {
  const table: readonly (readonly [says: string, hits: readonly Hit[], meant: string | undefined])[] = [
    ["nothing for nothing", [], undefined],
    [
      "the open case before older ones",
      [hit("case", "old", "serial", "closed"), hit("case", "new", "serial", "paid"), hit("device", "d")],
      "new",
    ],
    [
      "the newest of those that are over",
      [hit("case", "new", "id", "closed"), hit("case", "old", "id", "closed")],
      "new",
    ],
    [
      "the unit in the pool before the closed case of whoever had it",
      [
        hit("device", "d", "former_serial"),
        hit("case", "his", "former_serial", "closed"),
        hit("unit", "u", "serial", "quarantined"),
      ],
      "u",
    ],
    [
      "the open case before the unit that it will give",
      [hit("case", "open", "serial", "paid"), hit("unit", "u", "serial", "reserved")],
      "open",
    ],
    [
      "the case of a unit that is with its owner now",
      [hit("case", "theirs", "serial", "closed"), hit("unit", "u", "serial", "shipped")],
      "theirs",
    ],
    [
      "no one of several open ones at a place",
      [hit("case", "a", "place", "paid"), hit("case", "b", "place", "paid")],
      undefined,
    ],
    [
      "a verification before its device",
      [hit("device", "d"), hit("verification", "v", "serial", "asked")],
      "v",
    ],
    ["the device before its contracts", [hit("device", "d"), hit("contract", "c")], "d"],
    ["the only order of a number", [hit("order", "o", "number")], "o"],
    ["no one of two orders", [hit("order", "o", "number"), hit("order", "p", "number")], undefined],
    ["nothing that is only like it", [hit("case", "a", "alike_serial", "paid")], undefined],
    ["nothing that is found by a name", [hit("case", "a", "name", "paid")], undefined],
  ];
  for (const [says, hits, meant] of table) {
    it(`is ${says}`, () => assert.equal(surest(hits)?.id, meant));
  }
});
