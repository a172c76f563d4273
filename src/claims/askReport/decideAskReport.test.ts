import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { actionCamera, instant, terms, twoYearPlan } from "../../../test/support/cases.ts";
import { slots } from "../../../test/support/heldDevice.ts";
import { decideAskReport, type IncidentTold } from "./decideAskReport.ts";

const at = instant("2026-09-05T10:00:00Z");
const camera = { serial: "AC4TEST0001", channel: "online", wants: "replacement" } as const;

function ask(incident: IncidentTold, record = actionCamera()) {
  return decideAskReport({ ...camera, incident }, { at, record, terms });
}

const when = { cause: "drop", at: "2026-09-04", country: "PL" } as const;

describe("what a report still has to tell", () => {
  const table: [string, IncidentTold, string[]][] = [
    ["all of it at first", {}, ["what", "when", "back", "more", "parts"]],
    ["when, after what", { cause: "drop" }, ["when", "back", "more", "parts"]],
    ["what came of it, after when", when, ["back", "more", "parts"]],
    ["nothing of theft where all of it is there", { ...when, lost: "none" }, ["parts"]],
    ["nothing more where all of it is gone", { ...when, lost: "total" }, []],
    ["how it was lost where a part of it is", { ...when, lost: "partial" }, ["more"]],
    ["nothing more of what was stolen", { ...when, lost: "partial", stolen: true }, []],
    ["no parts of what the plan did not run for", { ...when, at: "2026-01-04", lost: "none" }, []],
    ["nothing when all is told", { ...when, lost: "none", parts: ["camera"] }, []],
  ];
  for (const [what, told, due] of table) {
    it(`is ${what}`, () => {
      assert.deepEqual(
        ask(told).accepted?.due.map(({ name }) => name),
        due,
      );
    });
  }

  it("is never more than five questions, and each answer leaves fewer", () => {
    let told: IncidentTold = {};
    let left = 6;
    const answers: IncidentTold = {
      ...when,
      lost: "partial",
      stolen: false,
      abandoned: false,
      parts: ["camera"],
    };
    for (;;) {
      const due = ask(told).accepted?.due ?? [];
      assert(due.length < left, JSON.stringify(told));
      left = due.length;
      const [next] = due;
      if (next === undefined) {
        break;
      }
      const given = next.asks.map((fact) => [fact, answers[fact as keyof IncidentTold]]);
      told = { ...told, ...Object.fromEntries(given) };
    }
  });

  it("asks for the hour where a day does not settle it", () => {
    const defect = { cause: "defect", at: "2026-09-04", lost: "none" } as const;
    const record = actionCamera(undefined, { warrantyEndsAt: instant("2026-09-04T12:00:00Z") });
    const { receipt } = ask(defect, record).accepted ?? {};
    assert.ok(receipt?.needs.includes("incident.at"));
  });
});

describe("what the terms say so far", () => {
  it("is the fee and the use once all is told, for every channel", () => {
    const { byChannel, receipt } = ask({ ...when, lost: "none", parts: ["camera"] }).accepted ?? {};
    assert.deepEqual([receipt?.outcome, receipt?.fee?.amount], ["plan", 11900]);
    assert.deepEqual(
      byChannel?.map(({ channel }) => channel),
      ["online", "quick", "swift"],
    );
  });

  const days: [string, string, boolean][] = [
    ["on its first day", "2026-06-01", true],
    ["the day before", "2026-05-30", false],
    ["on its last day", "2026-09-01", true],
    ["a day after", "2026-09-02", false],
  ];
  for (const [what, day, inside] of days) {
    it(`says whether the plan ran ${what}`, () => {
      const plan = twoYearPlan({
        ...{ startsAt: instant("2026-06-01T00:00:00Z"), endsAt: instant("2026-09-01T22:00:00Z") },
        ...{ zone: "Europe/Berlin", slots: slots({ free: 3 }) },
      });
      assert.equal(ask({ cause: "drop", at: day }, actionCamera([plan])).accepted?.inside, inside);
    });
  }

  it("is nothing of a day to come, of a unit that was replaced, of a device nobody knows", () => {
    assert.equal(ask({ at: "2026-09-08" }).refused?.code, "incident_in_future");
    const replaced = decideAskReport(
      { ...camera, serial: "AC4TEST0000", incident: {} },
      { at, record: actionCamera(), terms },
    );
    assert.equal(replaced.refused?.code, "unit_replaced");
    const unknown = decideAskReport({ ...camera, incident: {} }, { at, record: undefined, terms: undefined });
    assert.equal(unknown.refused?.code, "device_unknown");
  });
});
