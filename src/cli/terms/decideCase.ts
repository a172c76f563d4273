import type { Decision, Facts, Receipt, Terms } from "../../terms/index.ts";
import { exitCodes, InputProblem } from "./inputProblem.ts";
import { linesOf } from "./linesOf.ts";
import { loadTermsFile } from "./loadTermsFile.ts";
import { checkedFacts, readFacts } from "./readFacts.ts";
import { receiptText } from "./receiptText.ts";
import { say, writeOut } from "./writeOut.ts";

export interface DecideOptions {
  readonly terms: string;
  readonly facts?: string;
  readonly cases?: string;
  readonly at?: string;
  readonly json?: boolean;
}

/** A line of the file of cases that holds no case: it stands where its receipt would. */
interface BadLine {
  readonly line: number;
  readonly problem: string;
}

/**
 * `decide`: one case, or a file of cases with one receipt a line. A refusal is a decision like any other: the
 * command ends with 0.
 * It ends with 5 when the document does not load, and with 2 when facts, a case or an option cannot be read.
 */
export async function decideCase(decision: Decision, options: DecideOptions): Promise<number> {
  if ((options.facts === undefined) === (options.cases === undefined)) {
    throw new InputProblem("Give either --facts FILE for one case, or --cases FILE.ndjson for many.");
  }
  const at = instantOf(options.at);
  const terms = await loadTermsFile(options.terms);
  if (terms === undefined) {
    return exitCodes.refused;
  }
  if (options.cases !== undefined) {
    return await decideCases({ terms, decision, at }, options.cases);
  }
  const facts = await readFacts(options.facts ?? "-");
  const receipt = terms.decide(decision, await withInstant(facts, at));
  await writeOut(options.json === true ? `${JSON.stringify(receipt)}\n` : receiptText(receipt));
  return exitCodes.ok;
}

interface Asked {
  readonly terms: Terms;
  readonly decision: Decision;
  /** From `--at`: it outranks the instant of a case. */
  readonly at: string | undefined;
}

const chunkLength = 65_536;

/** In the order of the cases. A line that is no case is answered as such, and the rest goes on. */
async function decideCases(asked: Asked, path: string): Promise<number> {
  let number = 0;
  let bad = 0;
  let pending = "";
  for await (const line of linesOf(path)) {
    number += 1;
    if (line.trim() === "") {
      continue;
    }
    const answer = await decideLine(asked, line, number);
    if ("problem" in answer) {
      bad += 1;
      say(answer.problem);
    }
    pending += `${JSON.stringify(answer)}\n`;
    if (pending.length > chunkLength) {
      await writeOut(pending);
      pending = "";
    }
  }
  await writeOut(pending);
  return bad === 0 ? exitCodes.ok : exitCodes.usage;
}

async function decideLine(
  { terms, decision, at }: Asked,
  line: string,
  number: number,
): Promise<Receipt | BadLine> {
  try {
    const facts = checkedFacts(JSON.parse(line), `Line ${number}`);
    return terms.decide(decision, await withInstant(facts, at));
  } catch (error) {
    if (error instanceof SyntaxError) {
      return {
        line: number,
        problem: `Line ${number} is no JSON: write one case a line, without line breaks in it.`,
      };
    }
    if (error instanceof InputProblem) {
      return { line: number, problem: error.message };
    }
    throw error;
  }
}

function instantOf(at: string | undefined): string | undefined {
  if (at === undefined) {
    return undefined;
  }
  try {
    return Temporal.Instant.from(at).toString();
  } catch (error) {
    throw new InputProblem(`--at ${at} is no instant: write it like 2026-12-24T09:00:00Z.`, undefined, {
      cause: error,
    });
  }
}

/** The instant asked for, or the case's own, or the present one. */
async function withInstant(facts: Facts, at: string | undefined): Promise<Facts> {
  if (at === undefined && facts.at !== undefined) {
    return facts;
  }
  return { ...facts, at: at ?? (await present()) };
}

/** The platform is large and its clock is seldom asked for here, so it is loaded when it is. */
async function present(): Promise<string> {
  const { systemClock } = await import("../../platform/index.ts");
  return systemClock.now().toString();
}
