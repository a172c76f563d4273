import { equal } from "node:assert/strict";
import { test } from "node:test";
import { judgeCaptureAnswer } from "./judgeCaptureAnswer.ts";

const facts = { decision: "approve", asked: { amountMinor: 90_000 }, isAsker: false } as const;

test("a capture above the limit is agreed to by another person than its asker", () => {
  equal(judgeCaptureAnswer(facts).accepted, 90_000);
  equal(judgeCaptureAnswer({ ...facts, isAsker: true }).refused?.code, "capture_same_person");
  equal(judgeCaptureAnswer({ ...facts, isAsker: true, decision: "decline" }).refused, undefined);
  equal(judgeCaptureAnswer({ ...facts, asked: undefined }).refused?.code, "capture_not_asked");
});
