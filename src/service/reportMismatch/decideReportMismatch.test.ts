import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import { decideReportMismatch } from "./decideReportMismatch.ts";

type Told = Parameters<typeof decideReportMismatch>[0];
type Locked = Parameters<typeof decideReportMismatch>[1];

const right: Told = {
  ...{ serial: "AC41", parts: ["camera", "battery"], choice: "continue" },
  ...{ foreign: false, conditionDiffers: false },
};
const caseAt = (state: string, question: object | null = null): Locked =>
  ({
    claim: { state, returnedParts: null, question },
    record: { device: { serial: "AC41", model: "osmo-action-4" } },
    terms: { parts: () => ["camera", "battery"] },
  }) as unknown as Locked;

describe("what differs of a parcel", () => {
  for (const [says, told, locked, follows] of [
    ["nothing", {}, caseAt("reported"), "nothing_differs"],
    ["a part that is missing", { parts: ["camera"] }, caseAt("reported"), ["parts_missing"]],
    [
      "a part nobody asked for",
      { parts: ["camera", "battery", "grip"] },
      caseAt("received"),
      ["parts_unasked"],
    ],
    ["its condition", { conditionDiffers: true }, caseAt("reported"), ["condition_differs"]],
    ["its serial, all the same", { serial: "AC42" }, caseAt("reported"), "belongs_elsewhere"],
    ["its serial", { serial: "AC42", choice: "ask" }, caseAt("reported"), ["another_device"]],
    ["its maker", { foreign: true, choice: "refuse" }, caseAt("reported"), ["another_maker"]],
    ["too late", { parts: ["camera"] }, caseAt("inspected"), "claim_not_at_this_step"],
    ["asked twice", { parts: ["camera"], choice: "ask" }, caseAt("received", { no: 1 }), "question_open"],
  ] as const) {
    it(says, () => {
      const decision = decideReportMismatch({ ...right, ...told } as Told, locked);
      deepEqual(decision.accepted?.kinds ?? decision.refused?.code, follows);
    });
  }
});
