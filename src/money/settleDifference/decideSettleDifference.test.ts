import { equal } from "node:assert/strict";
import { test } from "node:test";
import { decideSettleDifference } from "./decideSettleDifference.ts";

const open = { state: "open", cause: "fee_differs", lineId: "l", askedBy: null, askedAs: null } as const;
const asked = { ...open, askedBy: "mia", askedAs: "post" } as const;
const by = (action: "accept" | "post", who: string, needsTwo: boolean) => ({
  action,
  isAsker: who === "mia",
  needsTwo,
});

test("up to the limit one settles; above it one asks and another agrees, in the same way", () => {
  for (const [difference, how, result] of [
    [open, by("accept", "mia", false), "ends"],
    [open, by("accept", "mia", true), "asked"],
    [asked, by("post", "mia", true), "second_person_settles"],
    [asked, by("accept", "max", true), "asked_otherwise"],
    [asked, by("post", "max", true), "ends"],
    [{ ...open, state: "settled" }, by("accept", "mia", false), "difference_ended"],
    [{ ...open, cause: "amount_differs" }, by("post", "mia", false), "nothing_to_post"],
    [{ ...open, lineId: null }, by("post", "mia", false), "nothing_to_post"],
  ] as const) {
    const { accepted, refused } = decideSettleDifference(difference, how);
    equal(accepted ?? refused?.code, result);
  }
});
