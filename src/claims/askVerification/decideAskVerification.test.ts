import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { DeviceRecord } from "../../contracts/index.ts";
import type { Receipt } from "../../terms/index.ts";
import { type AskFacts, decideAskVerification } from "./decideAskVerification.ts";

const receipt = (outcome: Receipt["outcome"]) => ({ outcome }) as Receipt;
const device = { serial: "MVP1234567" } as DeviceRecord["device"];
const record: DeviceRecord = { device, units: [], contracts: [] };
const endsAt = Temporal.Instant.from("2026-09-08T10:00:00Z");
const late: AskFacts = {
  ...{ serial: "MVP1234567", record, isUnderWay: false, isInvited: false },
  now: { receipt: receipt("refused") },
  invited: { receipt: receipt("allowed"), endsAt },
};
const withPlan = { ...record, contracts: [{ state: "active" }] } as unknown as DeviceRecord;

const cases: readonly [name: string, facts: Partial<AskFacts>, code: string | undefined][] = [
  ["too late, and the terms have the way", {}, undefined],
  ["another serial by now", { serial: "MVP7654321" }, "serial_was_replaced"],
  ["a running plan", { record: withPlan }, "device_has_plan"],
  ["one under way", { isUnderWay: true }, "verification_open"],
  ["invited already", { isInvited: true }, "verification_not_needed"],
  ["in time", { now: { receipt: receipt("allowed") } }, "verification_not_needed"],
  ["no plan is sold for it", { now: { receipt: undefined } }, "no_such_way"],
  ["no such window", { invited: { receipt: receipt("refused"), endsAt: undefined } }, "no_such_way"],
  ["too little known", { invited: { receipt: receipt("undecided"), endsAt } }, "verification_undecided"],
];

describe("asking for a verification", () => {
  for (const [name, facts, code] of cases) {
    it(`${name}: ${code ?? "asked"}`, () => {
      assert.equal(decideAskVerification({ ...late, ...facts }).refused?.code, code);
    });
  }
});
