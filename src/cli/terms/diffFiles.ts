import { type ClassChange, diffTerms, type TermsDifference } from "../../terms/index.ts";
import { answerText } from "./answerText.ts";
import { counted } from "./findingText.ts";
import { exitCodes } from "./inputProblem.ts";
import { loadLayers, optionsOf } from "./loadTermsFile.ts";
import { say, writeOut } from "./writeOut.ts";

/**
 * `terms diff`: what differs between two versions in text, data and effect. 0 whether they differ or not; 5
 * when a document does not load, 2 when a file cannot be read.
 */
export async function diffFiles(
  oldPath: string,
  newPath: string,
  options: { readonly json?: boolean },
): Promise<number> {
  const old = await loadLayers(oldPath);
  const now = await loadLayers(newPath);
  if (old === undefined || now === undefined) {
    return exitCodes.refused;
  }
  const difference = diffTerms(old.base, now.base, { before: optionsOf(old), after: optionsOf(now) });
  const { text, data, effect } = difference;
  await writeOut(
    options.json === true ? `${JSON.stringify(difference, null, 2)}\n` : differenceText(difference),
  );
  say(
    `${counted(text.changes.length, "change")} of the text, ${data.length} of the data, ` +
      `${counted(effect.classes.length, "class", "classes")} of cases with another answer`,
  );
  return exitCodes.ok;
}

function differenceText({ text, data, effect }: TermsDifference): string {
  return [
    ...section("text", [
      ...text.findings.map(({ message }) => message),
      ...text.changes.map(({ clause, change, before, after }) =>
        [`${clause} ${change}`, ...said("-", before), ...said("+", after)].join("\n  "),
      ),
    ]),
    ...section(
      "data",
      data.map(({ no, says }) => `${no}. ${says}`),
    ),
    ...section("effect", [...effect.classes.map(classText), ...limits(effect.searched)]),
  ]
    .map((line) => `${line}\n`)
    .join("");
}

/** What was not followed to its end is no proof that there is nothing more. */
function limits(searched: TermsDifference["effect"]["searched"]): readonly string[] {
  const names = (of: typeof searched): string => of.map(({ decision }) => decision).join(", ");
  const cut = searched.filter(({ complete }) => !complete);
  const outcomesOnly = searched.filter(({ complete, figures }) => complete && !figures);
  const cases = cut.reduce((sum, each) => sum + each.cases, 0);
  return [
    ...(cut.length === 0
      ? []
      : [`Not every class of facts was followed (${cases} cases): ${names(cut)}. Replay past cases.`]),
    ...(outcomesOnly.length === 0
      ? []
      : [
          "Every change of an outcome or a fee was followed; of times, uses, parts and deposits that " +
            `change alone, only those near an example: ${names(outcomesOnly)}.`,
        ]),
  ];
}

const said = (mark: string, words: string | null): readonly string[] =>
  words === null || words === "" ? [] : [`  ${mark} ${words.replaceAll("\n", " ")}`];

const section = (title: string, lines: readonly string[]): readonly string[] => [
  title,
  ...(lines.length === 0 ? ["  no difference"] : lines.map((line) => `  ${line}`)),
];

function classText({
  decision,
  change,
  verdict,
  before,
  after,
  routes,
  facts,
  near,
  differs,
}: ClassChange): string {
  const touched = routes.length === 0 ? "" : `; routes touched: ${routes.join(", ")}`;
  const told = differs.map(([name, value]) => `${name} ${JSON.stringify(value)}`).join(", ");
  const base = near === null ? "" : `    as in "${near}"${told === "" ? "" : `, but with ${told}`}`;
  return [
    `${decision}: ${change}, ${verdict} for the customer${touched}`,
    `    before: ${answerText(before)}; after: ${answerText(after)}`,
    base,
    `    smallest case: ${JSON.stringify(facts)}`,
  ]
    .filter((line) => line !== "")
    .join("\n  ");
}
