import type { Context } from "../compiling/context.ts";
import type { Decision } from "../document.ts";
import type { Facts } from "../facts.ts";
import type { Outcome, Receipt } from "../receipt.ts";
import { formatInstant, parseInstant } from "../time/civil.ts";
import { Case } from "./case.ts";

import { compileCoverage } from "./coverage.ts";
import { compileGate } from "./gate.ts";
import { Hints } from "./hints.ts";
import { Inquiry } from "./needs.ts";
import type { Program } from "./program.ts";

/** Answers decisions on a compiled document. */
export interface Decider {
  decide(decision: Decision, facts: Facts): Receipt;
  verdict(decision: Decision, facts: Facts): Outcome;
}

export function createDecider(context: Context, terms: Receipt["terms"]): Decider {
  const programs: Record<Decision, Program> = {
    offer: compileGate("offer", context),
    activation: compileGate("activation", context),
    coverage: compileCoverage(context),
    renewal: compileGate("renewal", context),
  };
  const inquiries = new Map(
    Object.values(programs).map((program) => [program, new Inquiry(program, context)] as const),
  );
  const hints = new Map(
    Object.values(programs).map((program) => [program, new Hints(program, context)] as const),
  );
  const inquiryOf = (program: Program): Inquiry => inquiries.get(program) ?? new Inquiry(program, context);
  const verdictOf = (program: Program, facts: Facts): Outcome => {
    const outcome = program.verdict(new Case(facts, context.background));
    return outcome ?? inquiryOf(program).outcome(facts) ?? "undecided";
  };
  return {
    verdict: (decision, facts) => verdictOf(programs[decision], facts),
    decide: (decision, facts) => {
      const program = programs[decision];
      const c = new Case(facts, context.background);
      const settled = program.verdict(c);
      const inquiry = settled === undefined ? inquiryOf(program).ask(facts) : undefined;
      const outcome = settled ?? inquiry?.outcome ?? "undecided";
      const { obstacles, ...explanation } = program.explain(c, outcome);
      const at = typeof facts.at === "string" ? parseInstant(facts.at) : undefined;
      return {
        decision,
        outcome,
        at: at === undefined ? null : formatInstant(at),
        terms,
        because: explanation.because,
        against: explanation.against,
        needs: inquiry?.needs ?? [],
        fee: explanation.fee,
        uses: explanation.uses,
        returns: explanation.returns,
        deadlines: explanation.deadlines,
        wouldChange: hints.get(program)?.changes(outcome, obstacles, c) ?? [],
        doors: explanation.doors,
      };
    },
  };
}
