import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { claimStates } from "../claim.ts";
import { kindOfType, MOST_CASE_BYTES, MOST_ITEMS, mostBytes } from "../evidence/index.ts";
import { caseOfClaim } from "../evidenceCase.ts";
import { type CaseHolds, decideAddEvidence } from "./decideAddEvidence.ts";

const empty: CaseHolds = { isOver: false, items: 0, bytes: 0 };

describe("offering a file to a case", () => {
  for (const [type, kind] of kindOfType) {
    it(`takes ${type} as a ${kind} up to its size, and no byte more`, () => {
      const most = mostBytes[kind];
      assert.equal(decideAddEvidence({ type, bytes: most }, empty).accepted, kind);
      assert.equal(decideAddEvidence({ type, bytes: most + 1 }, empty).refused?.code, "file_too_large");
    });
  }

  for (const state of claimStates) {
    const isOver = state === "closed" || state === "cancelled";
    it(`${isOver ? "is refused" : "is heard"} while the case is ${state}`, () => {
      const { refused } = decideAddEvidence(
        { type: "image/jpeg", bytes: 1 },
        {
          ...empty,
          ...caseOfClaim({ deviceId: "0".repeat(26), no: 1, state }),
        },
      );
      assert.equal(refused?.code, isOver ? "case_is_over" : undefined);
    });
  }

  const refused: readonly [type: string, code: string][] = [
    ["image/heic", "heic_not_taken"],
    ["image/HEIF", "heic_not_taken"],
    ["image/svg+xml", "type_not_taken"],
    ["image/gif", "type_not_taken"],
    ["text/html", "type_not_taken"],
    ["application/octet-stream", "type_not_taken"],
    ["application/x-msdownload", "type_not_taken"],
    ["", "type_not_taken"],
  ];
  for (const [type, code] of refused) {
    it(`refuses ${type || "no type"} as ${code}`, () => {
      assert.equal(decideAddEvidence({ type, bytes: 1 }, empty).refused?.code, code);
    });
  }

  it("takes the last place of a case, and none after it", () => {
    const offered = { type: "image/png", bytes: 10 };
    assert.equal(decideAddEvidence(offered, { ...empty, items: MOST_ITEMS - 1 }).accepted, "photo");
    assert.equal(decideAddEvidence(offered, { ...empty, items: MOST_ITEMS }).refused?.code, "case_is_full");
    const bytes = MOST_CASE_BYTES - 10;
    assert.equal(decideAddEvidence(offered, { ...empty, bytes }).accepted, "photo");
    const overfull = decideAddEvidence(offered, { ...empty, bytes: bytes + 1 });
    assert.equal(overfull.refused?.code, "case_is_full");
  });

  it("takes of a verification the clips that are asked for now, and nothing but videos", () => {
    const filming = { ...empty, clips: ["sides", "start"] };
    const offered = { type: "video/mp4", bytes: 10 };
    assert.equal(decideAddEvidence({ ...offered, purpose: "sides" }, filming).accepted, "video");
    for (const purpose of ["serials", "damage", undefined]) {
      const told = purpose === undefined ? offered : { ...offered, purpose };
      assert.equal(decideAddEvidence(told, filming).refused?.code, "clip_not_asked");
    }
    const photo = { type: "image/jpeg", bytes: 10, purpose: "sides" };
    assert.equal(decideAddEvidence(photo, filming).refused?.code, "clip_not_a_video");
  });
});
