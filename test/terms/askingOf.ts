import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Context } from "../../src/terms/compiling/context.ts";
import { askingOrder } from "../../src/terms/deciding/askingOrder.ts";
import { Case, isUnknown } from "../../src/terms/deciding/case.ts";
import { compilePrograms } from "../../src/terms/deciding/compilePrograms.ts";
import { Diagram } from "../../src/terms/deciding/diagram.ts";
import { differingValues } from "../../src/terms/deciding/differingValues.ts";
import { Inquiry } from "../../src/terms/deciding/inquiry.ts";
import { Possibilities } from "../../src/terms/deciding/possibilities.ts";
import { answerIn, type Program } from "../../src/terms/deciding/program.ts";
import { type Turn, Turns } from "../../src/terms/deciding/turns.ts";
import { type Decision, decisions, type Example, type Facts, readTerms } from "../../src/terms/index.ts";
import { factNamed } from "../../src/terms/vocabulary.ts";

const root = new URL("../../", import.meta.url);

interface Asked {
  readonly needs: readonly string[];
  /** What the whole diagram of all that could be branches at, followed in one order of the facts. */
  readonly whole: readonly string[];
  readonly turns: ReadonlyMap<string, Turn>;
  readonly answers: (c: Case) => string | undefined;
}

interface Asking {
  readonly examples: readonly Example[];
  /** Undefined where not everything could be followed. */
  ask(decision: Decision, facts: Facts): Asked | undefined;
}

/** What the terms of a file ask for, beside what their whole diagram branches at. */
export function askingOf(file: string): Asking {
  const { document = assert.fail() } = readTerms({ file, text: readFileSync(new URL(file, root), "utf8") });
  const context = new Context(document);
  const programs = compilePrograms(context);
  const inquiries = new Map(decisions.map((each) => [each, new Inquiry(programs[each], context)]));
  return {
    examples: document.examples,
    ask: (decision, facts) => {
      const { needs, mayBeFewer } = inquiries.get(decision)?.ask(facts) ?? assert.fail();
      const whole = mayBeFewer ? undefined : followed(programs[decision], context, facts);
      return whole && { needs, ...whole };
    },
  };
}

function followed(program: Program, context: Context, facts: Facts): Omit<Asked, "needs"> | undefined {
  const values = differingValues(program, new Possibilities(context));
  const order = askingOrder(program);
  const diagram = new Diagram(program, context, values, order);
  diagram.explore(facts, false);
  const branching = diagram.branchingFacts();
  const told = new Case(facts, context.background);
  const open = order.filter((name) => isUnknown(factNamed(name).read(told)));
  return (
    branching && {
      whole: diagram.answers.size === 1 ? [] : branching,
      turns: new Turns(program, values, order, told).among(open, diagram.completions),
      answers: (c) => {
        const settled = program.settle(c);
        return settled && answerIn(settled);
      },
    }
  );
}
