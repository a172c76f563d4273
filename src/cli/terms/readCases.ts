import { type Decision, decisions, type ReplayCase } from "../../terms/index.ts";
import { InputProblem } from "./inputProblem.ts";
import { linesOf } from "./linesOf.ts";
import { checkedFacts } from "./readFacts.ts";

/**
 * The cases of a file, one JSON object a line: `{ "decision": "coverage", "facts": { … } }`, perhaps with an
 * `id`. Throws an InputProblem at the first line that is none: a replay that leaves cases out proves nothing.
 */
export async function* readCases(path: string): AsyncGenerator<ReplayCase> {
  let number = 0;
  for await (const line of linesOf(path)) {
    number += 1;
    if (line.trim() !== "") {
      yield caseIn(line, number, path);
    }
  }
}

function caseIn(line: string, number: number, path: string): ReplayCase {
  const where = `${path}, line ${number}`;
  const value = parsed(line, where);
  const { decision, facts, id } = value;
  if (typeof decision !== "string" || !decisions.includes(decision as Decision)) {
    throw new InputProblem(
      `${where}: the case does not say which decision it is: one of ${decisions.join(", ")}.`,
    );
  }
  const given = checkedFacts(facts, where);
  return {
    decision: decision as Decision,
    facts: given,
    ...(typeof id === "string" || typeof id === "number" ? { id: String(id) } : {}),
  };
}

function parsed(line: string, where: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const column = /position (\d+)/.exec(String(error))?.[1];
    const at = column === undefined ? "" : `, column ${Number(column) + 1}`;
    throw new InputProblem(
      `${where}${at}: this is no JSON. Write one case a line, without line breaks in it.`,
      undefined,
      { cause: error },
    );
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InputProblem(`${where}: a case is an object with decision and facts.`);
  }
  return value as Readonly<Record<string, unknown>>;
}
