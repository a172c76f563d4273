import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeTeamChange } from "./judgeTeamChange.ts";

const cases = [
  ["the last keeper goes", ["kai"], "kai", undefined, false],
  ["the last keeper becomes a buyer", ["kai"], "kai", "buyer", false],
  ["the last keeper stays one", ["kai"], "kai", "keeper", true],
  ["one of two keepers goes", ["ben", "kai"], "kai", undefined, true],
  ["somebody else goes", ["kai"], "ben", undefined, true],
  ["the first comes", [], "ben", "viewer", true],
] as const;

for (const [given, keepers, email, teamRole, may] of cases) {
  test(`${given}: ${may ? "may be" : "refused"}`, () => {
    const { refused } = judgeTeamChange({ keepers, email, teamRole });
    assert.equal(refused?.code, may ? undefined : "last_keeper");
  });
}
