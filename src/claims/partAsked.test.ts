import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Part, partAsked } from "./partAsked.ts";

const cases: readonly [range: string | undefined, part: Part | "none" | undefined][] = [
  [undefined, undefined],
  ["bytes=0-", { start: 0, end: 99 }],
  ["bytes=10-19", { start: 10, end: 19 }],
  ["bytes=90-500", { start: 90, end: 99 }],
  ["bytes=99-99", { start: 99, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=-500", { start: 0, end: 99 }],
  ["bytes=-0", "none"],
  ["bytes=100-", "none"],
  ["bytes=100-200", "none"],
  ["bytes=20-10", undefined],
  ["bytes=0-1,5-6", undefined],
  ["bytes=-", undefined],
  ["items=0-1", undefined],
  ["bytes=1e3-", undefined],
];

describe("a part of a file of a hundred bytes", () => {
  for (const [range, part] of cases) {
    it(`${range ?? "without a range"} is ${JSON.stringify(part) ?? "the whole"}`, () => {
      assert.deepEqual(partAsked(range, 100), part);
    });
  }
});
