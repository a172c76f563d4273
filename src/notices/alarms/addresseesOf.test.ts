import { deepEqual } from "node:assert/strict";
import { describe, it } from "node:test";
import type { Person } from "../../identity/index.ts";
import { addresseesOf, type Reach } from "./addresseesOf.ts";
import type { AlarmKind } from "./alarm.ts";

const person = (email: string): Person => ({
  ...{ personId: email, name: "", email, country: null, address: null, locale: "en", company: null },
});
const everybody = {
  ...{ desk: person("desk"), lead: person("lead"), office: person("office") },
  managers: [person("mara"), person("max")],
};

/** Those who are named, as words: `desk lead`; managers as they are called. */
function reachOf(named: string): Reach {
  const words = new Set(named.split(" "));
  const one = (name: "desk" | "lead" | "office") => (words.has(name) ? everybody[name] : undefined);
  return {
    ...{ desk: one("desk"), lead: one("lead"), office: one("office") },
    managers: everybody.managers.filter(({ email }) => words.has(email)),
  };
}

const all = "desk lead office mara max";
type Row = readonly [kind: AlarmKind, where: "centre" | "nowhere", named: string, told: string];
const table: readonly Row[] = [
  ["promise_near", "centre", all, "desk"],
  ["promise_near", "centre", "lead office mara", "lead"],
  ["promise_near", "centre", "office mara max", "mara max"],
  ["promise_near", "centre", "office", "office"],
  ["promise_near", "centre", "", ""],
  ["promise_near", "nowhere", all, "office"],
  ["promise_near", "nowhere", "desk lead max", "max"],
  ["promise_broken", "centre", all, "desk lead"],
  ["promise_broken", "centre", "desk mara", "desk"],
  ["promise_broken", "centre", "lead mara", "lead"],
  ["promise_broken", "centre", "office mara", "mara"],
  ["promise_broken", "centre", "office", "office"],
  ["promise_broken", "nowhere", "desk mara", "mara"],
  ["promise_escalated", "centre", all, "lead mara max"],
  ["promise_escalated", "centre", "desk office mara", "mara"],
  ["promise_escalated", "centre", "desk office", "office"],
  ["promise_escalated", "centre", "desk", "desk"],
  ["promise_escalated", "nowhere", all, "office"],
  ["verification_late", "nowhere", all, "office"],
  ["verification_late", "centre", all, "office"],
  ["verification_late", "nowhere", "desk lead mara max", "mara max"],
  ["verification_late", "nowhere", "desk lead", ""],
];

describe("who is told", () => {
  for (const [kind, where, named, told] of table) {
    it(`of ${kind} at ${where}, where ${named || "nobody"} could be: ${told || "nobody"}`, () => {
      const found = addresseesOf(kind, where === "centre", reachOf(named));
      deepEqual(found.map(({ person: { email } }) => email).join(" "), told);
    });
  }

  it("gets one letter, also who is both", () => {
    const both = { ...everybody, lead: person("mara") };
    const found = addresseesOf("promise_escalated", true, both);
    deepEqual(
      found.map(({ addressee, person: { email } }) => [addressee, email]),
      [
        ["lead", "mara"],
        ["manager", "max"],
      ],
    );
  });
});
