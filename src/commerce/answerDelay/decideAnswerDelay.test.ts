import { equal } from "node:assert/strict";
import { test } from "node:test";
import type { DelayState } from "../delays/index.ts";
import { decideAnswerDelay } from "./decideAnswerDelay.ts";

const late = (no: number, state: DelayState, pieces: number) => ({
  ...{ no, state, lines: [{ lineNo: 1, sku: "A", name: "A", pieces }] },
});
const told = (...args: Parameters<typeof decideAnswerDelay<ReturnType<typeof late>>>): string => {
  const { accepted, refused } = decideAnswerDelay(...args);
  return refused?.code ?? accepted?.delays.map(({ no }) => no).join(" ") ?? "";
};

test("waiting is noted, cancelling takes what has not left, and what was chosen stays", () => {
  const table: readonly (readonly [Parameters<typeof told>[0], string, string])[] = [
    [[], "nothing_is_late", "nothing_is_late"],
    [[late(1, "told", 2)], "1", "1"],
    [[late(1, "waits", 2)], "", "1"],
    [[late(1, "cancelled", 0)], "goods_cancelled", ""],
    [[late(1, "told", 0)], "1", "goods_have_left"],
    [[late(1, "told", 2), late(2, "waits", 1), late(3, "told", 0)], "1 3", "1 2"],
    [[late(1, "cancelled", 0), late(2, "told", 1)], "2", "2"],
  ];
  for (const [delays, wait, cancel] of table) {
    equal(told(delays, "wait"), wait);
    equal(told(delays, "cancel"), cancel);
  }
});
