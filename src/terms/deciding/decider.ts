import type { Context } from "../compiling/context.ts";
import type { Decision } from "../document.ts";
import type { Facts } from "../facts.ts";
import type { Outcome, Receipt } from "../receipt.ts";
import { formatInstant, parseInstant } from "../time/civil.ts";
import { Case } from "./case.ts";
import { compileCoverage } from "./coverage.ts";
import { compileGate } from "./gate.ts";
import { Hints } from "./hints.ts";
import { Inquiry } from "./inquiry.ts";
import type { Program } from "./program.ts";

/** Answers decisions on a compiled document. */
export interface Decider {
  decide(decision: Decision, facts: Facts): Receipt;
  verdict(decision: Decision, facts: Facts): Outcome;
}

export function createDecider(context: Context, terms: Receipt["terms"]): Decider {
  const desk = (program: Program): Desk => new Desk(program, context, terms);
  const desks: Record<Decision, Desk> = {
    offer: desk(compileGate("offer", context)),
    activation: desk(compileGate("activation", context)),
    coverage: desk(compileCoverage(context)),
    renewal: desk(compileGate("renewal", context)),
  };
  return {
    decide: (decision, facts) => desks[decision].decide(facts),
    verdict: (decision, facts) => desks[decision].verdict(facts),
  };
}

/**
 * One decision of one document: settles a case, asks what it lacks, says why, and what would have changed
 * it.
 */
class Desk {
  readonly #program: Program;
  readonly #context: Context;
  readonly #terms: Receipt["terms"];
  readonly #inquiry: Inquiry;
  readonly #hints: Hints;

  constructor(program: Program, context: Context, terms: Receipt["terms"]) {
    this.#program = program;
    this.#context = context;
    this.#terms = terms;
    this.#inquiry = new Inquiry(program, context);
    this.#hints = new Hints(program, context);
  }

  verdict(facts: Facts): Outcome {
    const settled = this.#program.settle(new Case(facts, this.#context.background));
    return settled?.outcome ?? this.#inquiry.outcome(facts) ?? "undecided";
  }

  decide(facts: Facts): Receipt {
    const c = new Case(facts, this.#context.background);
    const settled = this.#program.settle(c);
    const asked = settled === undefined ? this.#inquiry.ask(facts) : undefined;
    const outcome = settled?.outcome ?? asked?.outcome ?? "undecided";
    const explained = this.#program.explain(c, outcome, settled);
    return {
      decision: this.#program.decision,
      outcome,
      at: instantIn(facts.at),
      terms: this.#terms,
      because: explained.because,
      against: explained.against,
      needs: asked?.needs ?? [],
      fee: explained.fee,
      uses: explained.uses,
      returns: explained.returns,
      deadlines: explained.deadlines,
      wouldChange: this.#hints.changes(outcome, explained.obstacles, c),
      doors: explained.doors,
    };
  }
}

/** In UTC, whatever offset it was given with. */
function instantIn(at: unknown): string | null {
  const ms = typeof at === "string" ? parseInstant(at) : undefined;
  if (ms === undefined) {
    return null;
  }
  return isCanonical(at as string) ? (at as string) : formatInstant(ms);
}

/** Written as we write it: to the second, in UTC. */
const isCanonical = (at: string): boolean => at.length === 20 && at.endsWith("Z") && at[10] === "T";
