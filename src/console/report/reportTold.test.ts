import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { commandOf, incidentOf, nothingTold, toldOf } from "./reportTold.ts";

const draft = {
  ...{ id: "rdr_1_2", deviceId: "dev_1", side: "office" as const, serial: "AC4", model: "m", modelName: "M" },
  ...{ keptAt: "", endsAt: "", zone: "Europe/Warsaw" },
} as const;

describe("what is typed for a caller", () => {
  const table: [string, string, string, string][] = [
    ["2026-09-04", "12:30", "Europe/Warsaw", "2026-09-04T10:30:00Z"],
    ["2026-12-04", "00:05", "Europe/Warsaw", "2026-12-03T23:05:00Z"],
    ["2026-11-01", "12:00", "America/New_York", "2026-11-01T17:00:00Z"],
    ["2026-03-08", "12:00", "America/New_York", "2026-03-08T16:00:00Z"],
    ["2026-09-04", "12:00", "Pacific/Apia", "2026-09-03T23:00:00Z"],
  ];
  for (const [day, time, zone, at] of table) {
    it(`is ${at} at ${time} in ${zone}, and comes back as it was typed`, () => {
      const told = { ...nothingTold, cause: "drop", day, time };
      const incident = incidentOf(told, zone);
      assert.equal(incident.at, at);
      const back = toldOf({ ...draft, zone, incident });
      assert.deepEqual([back.day, back.time], [day, time]);
    });
  }

  it("is no report without a day and a cause, and has no address unless one is told", () => {
    const zone = "Europe/Warsaw";
    assert.equal(commandOf("AC4", { ...nothingTold, cause: "drop" }, zone), undefined);
    assert.equal(commandOf("AC4", { ...nothingTold, day: "2026-09-04" }, zone), undefined);
    const told = { ...nothingTold, cause: "drop", day: "2026-09-04", lost: "partial", how: "stolen" };
    const command = commandOf("AC4", told, zone);
    assert.deepEqual(command?.incident, {
      ...{ at: "2026-09-04", cause: "drop", lost: "partial", stolen: true, abandoned: false },
    });
    assert.ok(command !== undefined && !("address" in command));
    assert.deepEqual(toldOf({ ...draft, incident: command.incident, channel: "online" }), told);
  });
});
