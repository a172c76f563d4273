import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { endOfDays, waitingDays } from "./waitingDays.ts";

describe("the end of a waiting time", () => {
  const table: [string, string, number, string, string][] = [
    ["a day without a change of clocks", "2026-06-01T10:00:00Z", 30, "UTC", "2026-07-02T00:00:00Z"],
    ["into winter time", "2026-10-10T10:00:00Z", 30, "Europe/Warsaw", "2026-11-09T23:00:00Z"],
    [
      "late in the evening of the zone",
      "2026-06-02T00:30:00Z",
      14,
      "Atlantic/Azores",
      "2026-06-17T00:00:00Z",
    ],
    ["over 29 February", "2028-02-15T10:00:00Z", 14, "UTC", "2028-03-01T00:00:00Z"],
  ];
  for (const [what, at, days, zone, end] of table) {
    it(`is midnight of the last day: ${what}`, () => {
      assert.equal(endOfDays(Temporal.Instant.from(at), days, zone).toString(), end);
    });
  }
});

describe("how long a claim waits for its owner", () => {
  const wait = (from: string, until: string | undefined, days: number) => ({
    clause: "x",
    from,
    until,
    days,
  });
  const silent = { toSend: 30, toChoose: 30, toPay: 30, toClose: 14 };
  const table: [string, Parameters<typeof waitingDays>[0], object][] = [
    ["thirty days a step, fourteen for the parcel, where the terms are silent", [], silent],
    [
      "as long as a duty says, from the report to the return",
      [wait("incident.reportedAt", "claim.returnedAt", 21)],
      { ...silent, toSend: 21 },
    ],
    [
      "from the sheet to the payment in one, where a duty counts so",
      [wait("claim.quotedAt", "claim.paidAt", 45)],
      { ...silent, toChoose: 45, toPay: undefined },
    ],
    ["until silence means arrival", [wait("claim.shippedAt", undefined, 7)], { ...silent, toClose: 7 }],
    [
      "as before where duties are about something else",
      [wait("incident.at", "incident.reportedAt", 60)],
      silent,
    ],
  ];
  for (const [what, waits, days] of table) {
    it(`is ${what}`, () => assert.deepEqual(waitingDays(waits), days));
  }
});
