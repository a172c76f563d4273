import { parse, YAMLParseError } from "yaml";
import { type Facts, factProblems } from "../../terms/index.ts";
import { InputProblem } from "./inputProblem.ts";
import { factsOfACase, readInput } from "./readInput.ts";

/**
 * The facts of one case from a file of YAML or JSON, or from standard input for `-`. Throws an InputProblem
 * when they are not facts.
 */
export async function readFacts(path: string): Promise<Facts> {
  const name = path === "-" ? "Standard input" : path;
  return checkedFacts(parseFacts(await readInput(path, factsOfACase), name), name);
}

/** YAML 1.2 reads JSON as well, so there is one parser and no guessing by file name. */
export function parseFacts(text: string, name: string): unknown {
  try {
    return parse(text, { version: "1.2", schema: "core", maxAliasCount: 0, prettyErrors: false });
  } catch (error) {
    const line = error instanceof YAMLParseError ? lineAt(text, error.pos[0]) : 1;
    throw new InputProblem(
      `${name}, line ${line}, is neither YAML nor JSON: ${reasonOf(error)}.`,
      undefined,
      {
        cause: error,
      },
    );
  }
}

const lineAt = (text: string, position: number): number => text.slice(0, position).split("\n").length;

const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split("\n", 1)[0]?.replace(/\.$/, "") ?? "") : String(error);

/**
 * Facts as the vocabulary has them. Throws an InputProblem that names every field that is not one, and where
 * to look.
 */
export function checkedFacts(value: unknown, name: string): Facts {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new InputProblem(
      `${name} holds no facts: write a mapping such as { device: { model: spark }, plan: none }.`,
    );
  }
  if ("decision" in value && "facts" in value) {
    throw new InputProblem(
      `${name} holds a case as replay reads it: here the decision is said on the command line, and what is ` +
        'read are its facts alone, the part under "facts".',
    );
  }
  const problems = factProblems(value as Readonly<Record<string, unknown>>);
  if (problems.length > 0) {
    const list = problems.map(({ message }) => message.replace(/\.$/, "")).join("; ");
    throw new InputProblem(
      `${name} has facts that cannot be: ${list}. Their names: docs/reference/terms-format.md, section 4.`,
    );
  }
  return value as Facts;
}
