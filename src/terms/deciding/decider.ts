import type { Context } from "../compiling/context.ts";
import type { Decision } from "../document.ts";
import type { Facts } from "../facts.ts";
import type { Outcome, Reason, Receipt } from "../receipt.ts";
import type { ClauseVerdict } from "../terms.ts";
import { formatInstant, parseInstant } from "../time/civil.ts";
import { factNamed } from "../vocabulary.ts";
import { Case, isUnknown } from "./case.ts";
import { compileClauseVerdicts } from "./clauseVerdicts.ts";
import { compilePrograms } from "./compilePrograms.ts";
import { Hints } from "./hints.ts";
import { Inquiry } from "./inquiry.ts";
import { notBelieved } from "./notBelieved.ts";
import type { Explanation, Program, Settled } from "./program.ts";

/** Answers decisions on a compiled document. */
export interface Decider {
  decide(decision: Decision, facts: Facts): Receipt;
  verdict(decision: Decision, facts: Facts): Outcome;
  clauseVerdicts(decision: Decision, facts: Facts): readonly ClauseVerdict[];
}

export function createDecider(context: Context, terms: Receipt["terms"]): Decider {
  const programs = compilePrograms(context);
  const desks = Object.fromEntries(
    Object.entries(programs).map(([decision, program]) => [decision, new Desk(program, context, terms)]),
  ) as Record<Decision, Desk>;
  return {
    decide: (decision, facts) => desks[decision].decide(facts),
    verdict: (decision, facts) => desks[decision].verdict(facts),
    clauseVerdicts: (decision, facts) => desks[decision].clauseVerdicts(facts),
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
  #clauseVerdicts: ((c: Case) => readonly ClauseVerdict[]) | undefined;

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

  clauseVerdicts(facts: Facts): readonly ClauseVerdict[] {
    this.#clauseVerdicts ??= compileClauseVerdicts(this.#program.pieces, this.#context);
    return this.#clauseVerdicts(new Case(facts, this.#context.background));
  }

  /**
   * An answer that only all possibilities together settle may rest on no clause by itself. Then one of them
   * is explained in its place.
   */
  #explain(
    c: Case,
    outcome: Outcome,
    settled: Settled | undefined,
    completion: Case | undefined,
  ): Explanation {
    const explained = this.#program.explain(c, outcome, settled);
    const isBare =
      (outcome !== "refused" && explained.because.length === 0) ||
      (outcome !== "allowed" && explained.against.length === 0);
    if (completion === undefined || !isBare) {
      return explained;
    }
    const { because, against, refund } = this.#program.explain(
      completion,
      outcome,
      this.#program.settle(completion),
    );
    return {
      ...explained,
      ...(refund && { refund }),
      because: because.map((reason) => supposing(reason, c)),
      against: against.map((reason) => supposing(reason, c)),
    };
  }

  decide(facts: Facts): Receipt {
    const c = new Case(facts, this.#context.background);
    const settled = this.#program.settle(c);
    const asked = settled === undefined ? this.#inquiry.ask(facts) : undefined;
    const outcome = settled?.outcome ?? asked?.outcome ?? "undecided";
    const explained = this.#explain(c, outcome, settled, asked?.completion);
    const receipt: Receipt = {
      decision: this.#program.decision,
      outcome,
      at: instantIn(c.at),
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
    const { refund, hold } = explained;
    const more = asked?.mayBeFewer;
    const doubted = asked && notBelieved(c, asked.needs);
    return refund === undefined && hold === undefined && more === undefined && doubted === undefined
      ? receipt
      : {
          ...receipt,
          ...(doubted && { notBelieved: doubted }),
          ...(more && { needsMayBeFewer: more }),
          ...(refund && { refund }),
          ...(hold && { hold }),
        };
  }
}

/** A reason of a completed case: what was made up is named, and not shown as a fact. */
function supposing(reason: Reason, c: Case): Reason {
  const names = Object.keys(reason.facts);
  const supposed = names.filter((name) => isUnknown(factNamed(name).read(c)));
  if (supposed.length === 0) {
    return reason;
  }
  const told = names.filter((name) => !supposed.includes(name)).map((name) => [name, reason.facts[name]]);
  const { clause, verdict, says } = reason;
  return { clause, verdict, says, facts: Object.fromEntries(told), detail: { supposed } };
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
