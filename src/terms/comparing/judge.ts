import { Context } from "../compiling/context.ts";
import { periodOf } from "../compiling/periodDates.ts";
import { Case } from "../deciding/case.ts";
import { compilePrograms } from "../deciding/compilePrograms.ts";
import { createDecider, type Decider } from "../deciding/decider.ts";
import type { Explanation, Program, Settled } from "../deciding/program.ts";
import type { Decision, TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { planPeriodIn } from "../proving/planPeriod.ts";
import type { Receipt } from "../receipt.ts";
import type { Period } from "../terms.ts";
import { writer } from "../writing/writer.ts";

/**
 * A document made ready to be compared: it can settle a case quickly, and decide it as a receipt. What is
 * costly is made when it is first asked for.
 */
export class Judge {
  readonly document: TermsDocument;
  readonly context: Context;
  readonly #terms: Receipt["terms"];
  #programs: Record<Decision, Program> | undefined;
  #decider: Decider | undefined;

  constructor(document: TermsDocument, terms: Receipt["terms"]) {
    this.document = document;
    this.#terms = terms;
    this.context = new Context(document, writer);
  }

  program(decision: Decision): Program {
    this.#programs ??= compilePrograms(this.context);
    return this.#programs[decision];
  }

  case(facts: Facts): Case {
    return new Case(facts, this.context.background);
  }

  /** The answer as far as the facts go by themselves, without a receipt. */
  settle(decision: Decision, facts: Facts): Settled | undefined {
    return this.program(decision).settle(this.case(facts));
  }

  /** The figures of a settled answer. */
  explain(decision: Decision, facts: Facts, settled: Settled): Explanation {
    return this.program(decision).explain(this.case(facts), settled.outcome, settled);
  }

  /** When the plan of a case runs, as an example may expect it. */
  planPeriod(facts: Facts): Period | null {
    return planPeriodIn(facts, (product, startsAt, region, others) =>
      periodOf(product, { startsAt, region, facts: others }, this.context),
    );
  }

  decide(decision: Decision, facts: Facts): Receipt {
    this.#decider ??= createDecider(this.context, this.#terms);
    return this.#decider.decide(decision, facts);
  }
}

/** What a receipt says of a document that is only an idea: an older one with some of the edits. */
export const unnamed = (document: TermsDocument): Receipt["terms"] => ({
  programme: document.front.terms,
  version: document.front.version,
  hash: "",
  overlays: document.front.overlays,
});
