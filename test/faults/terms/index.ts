import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { checkTerms, compileTerms, printTerms, readTerms } from "../../../src/terms/index.ts";
import { spoilt } from "../../support/spoilt.ts";

const root = path.join(import.meta.dirname, "../../..");
const folders = ["src/terms/samples", "programmes", "statutes"];

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "20000" },
    seed: { type: "string", default: String(process.pid) },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed);
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
  console.error("usage: npm run faults -- terms [--runs N] [--seed N], N spoilt documents that are read");
  process.exit(2);
}

const files = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".terms.md"))
    .map((name) => path.join(root, folder, name)),
);
const sources = files.map((file) => readFileSync(file, "utf8"));

/** What a reader goes through with a document: read, checked, compiled, printed. True when it was sound. */
function tryDocument(text: string): boolean {
  const { document, findings } = readTerms({ file: "spoilt.terms.md", text });
  const isPlaced = findings.every(({ line, column }) => line >= 1 && column >= 1);
  if (!isPlaced) {
    throw new Error("a finding without a place");
  }
  if (document === undefined) {
    return false;
  }
  checkTerms(document);
  compileTerms(document);
  printTerms(document);
  return true;
}

const started = performance.now();
let sound = 0;
let done = 0;
const outcome = fc.check(
  fc.property(spoilt(sources), (text) => {
    sound += Number(tryDocument(text));
    done += 1;
    if (done % 1000 === 0) {
      console.error(`${done} of ${runs} read`);
    }
  }),
  { numRuns: runs, seed },
);
/** A reader that throws must be caught by the same search. */
const control = fc.check(
  fc.property(spoilt(sources), (text) => {
    if (text.includes("kind: hold")) {
      throw new Error("planted");
    }
  }),
  { numRuns: runs, seed },
);
const seconds = Math.round((performance.now() - started) / 1000);
const crashes = outcome.failed ? 1 : 0;
if (outcome.failed) {
  console.error(outcome.counterexample?.[0]);
  console.error(outcome.errorInstance);
}
console.log(
  `terms n=${done} documents=${files.length} sound=${sound} crashes=${crashes}` +
    ` seed=${seed} time=${seconds}s;` +
    ` control: a planted crash was ${control.failed ? "found" : "missed"}`,
);
console.log(
  JSON.stringify({ name: "terms", n: done, sound, crashes, controlFailed: control.failed, seed, seconds }),
);
process.exitCode = outcome.failed || !control.failed ? 1 : 0;
