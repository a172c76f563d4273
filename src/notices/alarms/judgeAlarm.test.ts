import { equal } from "node:assert/strict";
import { describe, it } from "node:test";
import type { ClaimRow, Verification } from "../../claims/index.ts";
import type { Clock } from "../../service/index.ts";
import type { AlarmWhy } from "./alarm.ts";
import { judgeClips, judgePromise } from "./judgeAlarm.ts";

const at = (day: number) => Temporal.Instant.from(`2026-09-0${day}T10:00:00Z`);
const clockIn = (state: Clock["state"], promise: Clock["promise"] = "first_look") =>
  ({ state, promise, startedAt: at(2) }) as Clock;
const claimIn = (state: ClaimRow["state"], more: Partial<ClaimRow> = {}) =>
  ({
    state,
    receipt: { outcome: "plan" },
    choices: null,
    route: "plan",
    closedAt: null,
    ...more,
  }) as ClaimRow;
const question = { no: 1 } as ClaimRow["question"];

type Row = readonly [what: string, clock: Clock | undefined, claim: ClaimRow | undefined, why?: AlarmWhy];
const table: readonly Row[] = [
  ["a device that nobody has looked at", clockIn("running"), claimIn("received")],
  ["one that was looked at", clockIn("met"), claimIn("inspected"), "met"],
  ["one whose owner was asked", clockIn("paused"), claimIn("received"), "owner_has_ball"],
  [
    "one whose owner was asked a moment ago, and the clock does not know",
    clockIn("running"),
    claimIn("received", { question: question ?? null }),
    "owner_has_ball",
  ],
  ["one that was looked at a moment ago", clockIn("running"), claimIn("inspected"), "owner_has_ball"],
  ["one that is paid and stands here", clockIn("running", "dispatch"), claimIn("paid")],
  ["one that left a moment ago", clockIn("running", "dispatch"), claimIn("shipped"), "met"],
  ["a cancelled case", clockIn("ended"), claimIn("cancelled", { closedAt: at(3) }), "ended"],
  [
    "one that was cancelled a moment ago",
    clockIn("running"),
    claimIn("cancelled", { closedAt: at(3) }),
    "ended",
  ],
  ["an owner who waits for an answer", clockIn("running", "answer"), claimIn("reported")],
  [
    "one who waits, whose case is over since",
    clockIn("running", "answer"),
    claimIn("closed", { closedAt: at(3) }),
    "ended",
  ],
  [
    "one who wrote when the case was over",
    clockIn("running", "answer"),
    claimIn("closed", { closedAt: at(1) }),
  ],
  ["a clock that is not there", undefined, claimIn("received"), "ended"],
  ["a case that is not there", clockIn("running"), undefined, "ended"],
];

describe("somebody is told, or there is a reason", () => {
  for (const [what, clock, claim, why] of table) {
    it(`of ${what}: ${why ?? "told"}`, () => equal(judgePromise(clock, claim), why));
  }

  it("of clips while that handing in waits for a look", () => {
    const clips = (state: string, submission = 1) => ({ state, submission }) as Verification;
    equal(judgeClips(clips("submitted"), 1), undefined);
    equal(judgeClips(clips("submitted", 2), 1), "answered");
    equal(judgeClips(clips("accepted"), 1), "answered");
    equal(judgeClips(undefined, 1), "answered");
  });
});
