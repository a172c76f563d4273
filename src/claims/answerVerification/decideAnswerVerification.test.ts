import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { verificationStates } from "../verifications/index.ts";
import { decideAnswerVerification, type VerificationSaid } from "./decideAnswerVerification.ts";

const clips = ["serials", "sides"] as const;
const looked = clips.map((clip) => ({ clip, fits: true }));
const found = { state: "submitted", kind: "video", submission: 2 } as const;
const accept: VerificationSaid = { decision: "accept", submission: 2, looked };
const unfit = [{ clip: "serials", fits: true } as const, { clip: "sides", fits: false } as const];
const again = [{ clip: "sides", reason: "Too dark." } as const];

describe("deciding a verification", () => {
  for (const state of verificationStates) {
    it(`${state === "submitted" ? "is heard" : "is refused"} while it is ${state}`, () => {
      const { refused } = decideAnswerVerification({ ...found, state }, clips, accept);
      assert.equal(refused?.code, state === "submitted" ? undefined : "verification_not_submitted");
    });
  }

  const cases: readonly [name: string, said: Partial<VerificationSaid>, code: string | undefined][] = [
    ["another submission", { submission: 1 }, "another_submission"],
    ["one clip not looked at", { looked: looked.slice(1) }, "clips_not_looked_at"],
    ["an acceptance of what does not fit", { looked: unfit }, "clip_does_not_fit"],
    ["asking for nothing", { decision: "askAgain", looked: unfit }, "nothing_asked_again"],
    ["asking for a clip", { decision: "askAgain", looked: unfit, again }, undefined],
    ["a refusal without its clause", { decision: "refuse", reason: "Broken" }, "reason_missing"],
    ["a refusal with all", { decision: "refuse", reason: "Broken", clause: "activate.video" }, undefined],
  ];
  for (const [name, said, code] of cases) {
    it(`${name}: ${code ?? "written down"}`, () => {
      const decision = decideAnswerVerification(found, clips, { ...accept, ...said });
      assert.equal(decision.refused?.code, code);
    });
  }

  it("asks no device in a centre to be filmed again", () => {
    const said = { decision: "askAgain", submission: 2, looked: unfit, again } as const;
    const { refused } = decideAnswerVerification({ ...found, kind: "inspection" }, clips, said);
    assert.equal(refused?.code, "nothing_asked_again");
  });
});
