import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ShownClip, verificationKinds, verificationStates, withOwner } from "../verifications/index.ts";
import { decideSubmitVerification } from "./decideSubmitVerification.ts";

const clip: ShownClip = { clip: "sides", isAsked: true, why: undefined, piece: undefined, earlier: [] };

describe("handing a verification in", () => {
  for (const state of verificationStates) {
    for (const kind of verificationKinds) {
      it(`while it is ${state}, by ${kind}`, () => {
        const { refused } = decideSubmitVerification({ state, kind }, [{ ...clip, isAsked: false }]);
        const onVideo = kind === "video" ? undefined : "not_on_video";
        assert.equal(refused?.code, withOwner.includes(state) ? onVideo : "not_with_you");
      });
    }
  }

  it("wants every clip that is asked for", () => {
    const { refused } = decideSubmitVerification({ state: "filming", kind: "video" }, [clip]);
    assert.equal(refused?.code, "clips_missing");
  });
});
