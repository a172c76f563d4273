import { orderOfFacts, realValues } from "../comparing/jointProgram.ts";
import type { Judge } from "../comparing/judge.ts";
import { Diagram } from "../deciding/diagram.ts";
import type { Program } from "../deciding/program.ts";
import type { Decision } from "../document.ts";
import type { Facts } from "../facts.ts";

/** When a case is decided that nobody wrote down, and what its other instants are measured from. */
const start: Facts = {
  at: "2026-06-01T10:00:00Z",
  plan: { startsAt: "2026-01-10T10:00:00Z", endsAt: "2027-01-10T23:00:00Z" },
};

/**
 * Calls back with every case in which a decision comes to an answer, found by following all the values facts
 * could have; bounded, so not every one. For documents without examples to start from.
 */
export function eachImagined(judge: Judge, decision: Decision, found: (facts: Facts) => void): void {
  const program = judge.program(decision);
  const watched: Program = {
    ...program,
    settle: (c) => {
      const settled = program.settle(c);
      if (settled !== undefined) {
        found(c.facts);
      }
      return settled;
    },
  };
  const order = orderOfFacts(program, []);
  new Diagram(watched, judge.context, realValues(judge, judge), order).explore(start, false);
}
