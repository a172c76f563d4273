import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import {
  compileTerms,
  type Facts,
  type ReplayCase,
  readTerms,
  replayTerms,
  type Terms,
  type TermsDocument,
} from "../../src/terms/index.ts";
import { activationCases } from "./activationCases.ts";
import { type CheckTime, checkProgramme } from "./checkProgramme.ts";
import { type CoverageCase, coverageCases } from "./coverageCases.ts";
import { goRulesVerdict } from "./goRules.ts";
import { handWrittenFee, handWrittenTrace, handWrittenVerdict } from "./handWritten.ts";
import { jsonRulesVerdict } from "./jsonRules.ts";
import { type Candidate, measureAll, type Rate, sliceBySlice } from "./measure.ts";

/**
 * Coverage decisions of the reference programme per second: our engine beside a function written by hand,
 * json-rules-engine and @gorules/zen-engine. First all four must give the same answer in every case; a
 * difference ends the bench with 1.
 */
const file = "programmes/dji-care-refresh/seeds.terms.md";
const count = 10_000;
const seed = 20_261_120;

const document = await loadReference((text) => text);
/** A version in which one more state of a plan is covered, which no case has: every case is decided anew. */
const widened = await loadReference((text) =>
  text.replace("[active, expired, exhausted]", "[active, expired, exhausted, suspended]"),
);
const terms: Terms = compileTerms(document);
/** As they come over the wire: a text that was put together from pieces is slower to read for everybody. */
const cases = JSON.parse(JSON.stringify(coverageCases(count, seed))) as readonly CoverageCase[];
const jsonRules = jsonRulesVerdict();
const goRules = goRulesVerdict();
/** What the answers add up to, kept so that no compiler may drop the work. */
let kept = 0;

async function loadReference(edit: (text: string) => string): Promise<TermsDocument> {
  const text = edit(await readFile(new URL(`../../${file}`, import.meta.url), "utf-8"));
  const { document: read, findings } = readTerms({ file, text });
  if (read === undefined) {
    throw new Error(`${file} does not load: ${findings[0]?.message}`);
  }
  return read;
}

/** The answers, counted; throws at the first case on which two engines differ. */
async function proveAlike(): Promise<string> {
  const answers: Record<string, number> = {};
  for (const given of cases) {
    const expected = handWrittenVerdict(given);
    const found = {
      verdict: terms.verdict("coverage", given),
      trace: handWrittenTrace(given).outcome,
      clauses: differingClause(given) ?? expected,
      receipt: outcomeAndFee(given),
      jsonRules: await jsonRules(given),
      goRules: await goRules(given),
    };
    if (Object.values(found).some((outcome) => outcome !== expected)) {
      throw new Error(`By hand it is ${expected}, but ${JSON.stringify(found)} for ${JSON.stringify(given)}`);
    }
    answers[expected] = (answers[expected] ?? 0) + 1;
  }
  const list = Object.entries(answers).map(([outcome, times]) => `${times} ${outcome}`);
  return `Same answer from all in ${cases.length} of ${cases.length} cases: ${list.join(", ")}\n`;
}

/** The first clause that comes to something else by hand. */
function differingClause(given: CoverageCase): string | undefined {
  const verdicts = new Map(terms.clauseVerdicts("coverage", given).map((each) => [each.clause, each.truth]));
  return handWrittenTrace(given).steps.find(({ clause, truth }) => verdicts.get(clause) !== truth)?.clause;
}

/** The receipt's outcome, or what is wrong with its fee: it must be the one counted by hand. */
function outcomeAndFee(given: CoverageCase): string {
  const { outcome, fee } = terms.decide("coverage", given);
  const expected = outcome === "plan" ? handWrittenFee(given) : fee?.amount;
  return fee?.amount === expected ? outcome : `${outcome} for ${fee?.amount} instead of ${expected}`;
}

function candidates(): readonly Candidate[] {
  const activations = activationCases(count, seed);
  return [
    { name: "hand-written, verdict", pass: eachOf(cases, (given) => handWrittenVerdict(given).length) },
    {
      name: "hand-written, with trace",
      pass: eachOf(cases, (given) => handWrittenTrace(given).steps.length),
    },
    { name: "terms, verdict", pass: eachOf(cases, (given) => terms.verdict("coverage", given).length) },
    {
      name: "terms, every clause's verdict",
      pass: eachOf(cases, (given) => terms.clauseVerdicts("coverage", given).length),
    },
    {
      name: "terms, receipt",
      pass: eachOf(cases, (given) => terms.decide("coverage", given).because.length),
    },
    {
      name: "terms, activation receipt",
      pass: eachOf<Facts>(activations, (given) => terms.decide("activation", given).because.length),
    },
    { name: "terms, replay under two versions", pass: replayOfAll },
    { name: "json-rules-engine", pass: awaitingEachOf(jsonRules) },
    { name: "@gorules/zen-engine", pass: awaitingEachOf(goRules) },
  ];
}

/** As often as it takes for compiling both documents to weigh as little as in a replay of a million cases. */
const replayed = 10;

/** Every case under the document and the widened one; a case that changed would end the bench. */
async function replayOfAll(): Promise<number> {
  function* all(): Generator<ReplayCase> {
    for (let time = 0; time < replayed; time += 1) {
      for (const facts of cases) {
        yield { decision: "coverage", facts };
      }
    }
  }
  const { done, value } = await replayTerms(document, widened, all()).next();
  if (done !== true || value.same !== replayed * cases.length) {
    throw new Error("A state of the plan that no case has changed an answer.");
  }
  return value.cases;
}

function eachOf<Case>(list: readonly Case[], decide: (given: Case) => number): Candidate["pass"] {
  return sliceBySlice(list, (slice) => {
    for (const given of slice) {
      kept += decide(given);
    }
  });
}

function awaitingEachOf(decide: (given: CoverageCase) => Promise<string>): Candidate["pass"] {
  return sliceBySlice(cases, async (slice) => {
    for (const given of slice) {
      kept += (await decide(given)).length;
    }
  });
}

function printTable(found: readonly Rate[]): void {
  const slowest = Math.min(...found.map(({ perSecond }) => perSecond));
  console.log(`${"".padEnd(34)}${"per second".padStart(12)}${"times the slowest".padStart(20)}`);
  for (const { name, perSecond } of found) {
    const times = (perSecond / slowest).toFixed(1);
    console.log(`${name.padEnd(34)}${perSecond.toLocaleString("en").padStart(12)}${times.padStart(20)}`);
  }
  console.log("");
}

function summary(found: readonly Rate[], checked: CheckTime): unknown {
  const rate = (name: string): number => found.find((each) => each.name === name)?.perSecond ?? 0;
  const verdictsPerSecond = rate("terms, verdict");
  const ratio = (other: number): number => Number((verdictsPerSecond / other).toPrecision(3));
  const toTrace = (name: string): number =>
    Number((rate(name) / rate("hand-written, with trace")).toPrecision(3));
  return {
    name: "terms",
    figures: {
      verdictsPerSecond,
      clauseVerdictsPerSecond: rate("terms, every clause's verdict"),
      receiptsPerSecond: rate("terms, receipt"),
      replayedPerSecond: rate("terms, replay under two versions"),
      activationsPerSecond: rate("terms, activation receipt"),
      handWrittenPerSecond: rate("hand-written, verdict"),
      handWrittenTracePerSecond: rate("hand-written, with trace"),
      jsonRulesEnginePerSecond: rate("json-rules-engine"),
      zenEnginePerSecond: rate("@gorules/zen-engine"),
      checkOfProgrammeSeconds: checked.seconds,
      checkedDocuments: checked.documents,
    },
    ratios: {
      replayToVerdict: Number((rate("terms, replay under two versions") / verdictsPerSecond).toPrecision(3)),
      verdictToHandWritten: ratio(rate("hand-written, verdict")),
      clauseVerdictsToTrace: toTrace("terms, every clause's verdict"),
      receiptToTrace: toTrace("terms, receipt"),
      verdictToJsonRulesEngine: ratio(rate("json-rules-engine")),
      verdictToZenEngine: ratio(rate("@gorules/zen-engine")),
    },
    n: count,
    conditions: {
      seed,
      runtime: process.version,
      cores: availableParallelism(),
      cases: "parsed from JSON, every fact known, since the peers' logic has two values; instants as text",
      rates:
        "median of 5 rounds, candidates in turn in each, by processor time; peers give the outcome alone",
      checked: kept > 0,
    },
  };
}

console.log(`${count} coverage cases of ${file}, seed ${seed}`);
console.log(await proveAlike());
const rates = await measureAll(candidates());
printTable(rates);
const checked = await checkProgramme(
  fileURLToPath(new URL("../../programmes/dji-care-refresh", import.meta.url)),
);
console.log(`All ${checked.documents} documents of the programme checked in ${checked.seconds} s\n`);
console.log(JSON.stringify(summary(rates, checked)));
