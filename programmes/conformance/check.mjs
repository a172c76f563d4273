import { readFileSync } from "node:fs";

/**
 * Compares the answers of an engine with the receipts of the kit: node check.mjs CASES.ndjson ANSWERS.ndjson.
 * One answer a line, in the order of the cases. Ends with 0 when all are the same, with 5 when some are not.
 */
const [casesFile, answersFile] = process.argv.slice(2);
if (casesFile === undefined || answersFile === undefined) {
  process.stderr.write("node check.mjs CASES.ndjson ANSWERS.ndjson\n");
  process.exit(2);
}

const say = (line) => process.stdout.write(`${line}\n`);

const lines = (file) =>
  readFileSync(file, "utf-8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));

/** Keys in one order; sentences and the name of the engine are each engine's own. */
function canonical(value) {
  if (Array.isArray(value)) {
    return value.map(canonical);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const names = Object.keys(value).filter((name) => name !== "says" && name !== "terms");
  return Object.fromEntries(names.sort().map((name) => [name, canonical(value[name])]));
}

const cases = lines(casesFile);
const answers = lines(answersFile);
let wrong = 0;
for (const [at, { name, decision, receipt }] of cases.entries()) {
  const expected = canonical(receipt);
  const found = canonical(answers[at] ?? {});
  const members = Object.keys({ ...expected, ...found }).filter(
    (member) => JSON.stringify(expected[member]) !== JSON.stringify(found[member]),
  );
  if (members.length > 0) {
    wrong += 1;
    say(`line ${at + 1}, ${decision}, ${name}`);
    for (const member of members) {
      const [should, is] = [expected[member], found[member]].map((value) => JSON.stringify(value));
      say(`    ${member}: expected ${should}, found ${is}`);
    }
  }
}
say(`${cases.length - wrong} of ${cases.length} answers are as they should be`);
process.exitCode = wrong === 0 && cases.length === answers.length ? 0 : 5;
