import type { Fee, Outcome, Receipt, Use } from "../receipt.ts";

/** What is the matter with a device, and what the terms say of that by itself. */
export interface DecidedFinding {
  /** Tells it from the others of its case: `defect`. */
  readonly finding: string;
  readonly receipt: Receipt;
}

/** What becomes of one finding in its case. */
export interface FindingWay {
  readonly finding: string;
  /** Its own answer, as if there were no other. */
  readonly outcome: Outcome;
  /**
   * `taken`: its own way is gone. `shared`: one replacement is for it and another, and counts once.
   * `needless`: the replacement for another leaves nothing to do. `refused`: nothing is done about it.
   * `open`: not settled yet.
   */
  readonly part: "taken" | "shared" | "needless" | "refused" | "open";
  /** The finding whose replacement is for this one as well, or leaves nothing to do. */
  readonly by?: string;
}

/** What holds for a case of several findings. */
export interface CombinedFindings {
  /** What is still open of any of them; else the way that stands, of several the one that asks most. */
  readonly outcome: Outcome;
  readonly ways: readonly FindingWay[];
  /** Of the ways that are gone; what costs nothing is not among them. */
  readonly fees: readonly Fee[];
  readonly uses: readonly Use[];
  readonly returns: Receipt["returns"];
  readonly needs: readonly string[];
}

/**
 * Several findings of one case, each decided by itself, as one. A replacement by the plan is another unit: it
 * leaves nothing to do about the rest, and is used and paid for once. Otherwise each goes its own way, side
 * by side. Pure; throws for a case without findings and for receipts of another decision.
 */
export function combineFindings(findings: readonly DecidedFinding[]): CombinedFindings {
  if (findings.length === 0 || findings.some(({ receipt }) => receipt.decision !== "coverage")) {
    throw new RangeError("findings are combined by their receipts of cover, and there is at least one");
  }
  const needs = [...new Set(findings.flatMap(({ receipt }) => receipt.needs))];
  const open = unsettled.find((outcome) => findings.some(({ receipt }) => receipt.outcome === outcome));
  if (open !== undefined) {
    return stopped(open, findings, needs);
  }
  const replacing = cheapest(findings.filter(({ receipt }) => isReplacement(receipt)));
  const ways = findings.map((each) => wayOf(each, replacing));
  const taken = findings.filter((_, index) => ways[index]?.part === "taken").map(({ receipt }) => receipt);
  if (countsTwice(taken)) {
    return stopped("incomplete", findings, needs);
  }
  return {
    outcome: asksMost.find((outcome) => taken.some((receipt) => receipt.outcome === outcome)) ?? "refused",
    ways,
    fees: taken.flatMap(({ fee }) => (fee === null || fee.amount === 0 ? [] : [fee])),
    uses: taken.flatMap(({ uses }) => uses ?? []),
    returns: allReturns(taken),
    needs,
  };
}

/** Any of these leaves the whole case open: what the others cost or use could still turn on it. */
const unsettled: readonly Outcome[] = ["undecided", "incomplete", "hold"];

/** The way the holder has to agree to comes before those that cost nothing. */
const asksMost: readonly Outcome[] = ["paid", "plan", "goodwill", "warranty", "statutory"];

function stopped(
  outcome: Outcome,
  findings: readonly DecidedFinding[],
  needs: readonly string[],
): CombinedFindings {
  const ways = findings.map(({ finding, receipt }) => ({
    finding,
    outcome: receipt.outcome,
    part: "open" as const,
  }));
  const returns = allReturns(findings.map(({ receipt }) => receipt));
  return { outcome, ways, fees: [], uses: [], returns: outcome === "hold" ? returns : null, needs };
}

function wayOf({ finding, receipt }: DecidedFinding, replacing: DecidedFinding | undefined): FindingWay {
  const { outcome } = receipt;
  if (replacing === undefined || replacing.finding === finding) {
    return { finding, outcome, part: outcome === "refused" ? "refused" : "taken" };
  }
  return { finding, outcome, part: isReplacement(receipt) ? "shared" : "needless", by: replacing.finding };
}

/** By the plan another unit comes, or its price: so says the clause of the way that was taken. */
const isReplacement = ({ outcome, because }: Receipt): boolean =>
  outcome === "plan" &&
  because.some(({ detail }) => detail?.rebinds === true || wholeDevice.includes(detail?.settles));

const wholeDevice: readonly unknown[] = ["replacement", "cash"];

/**
 * Each alone would bring the replacement: the holder pays the least of it. What is only quoted comes last.
 */
function cheapest(replacements: readonly DecidedFinding[]): DecidedFinding | undefined {
  const [first, ...rest] = replacements;
  return first && rest.reduce((best, each) => (feeOf(each) < feeOf(best) ? each : best), first);
}

const feeOf = ({ receipt }: DecidedFinding): number => receipt.fee?.amount ?? Number.POSITIVE_INFINITY;

/** Each was decided as the next use of its benefit: two of one cannot both be, and a person looks. */
function countsTwice(taken: readonly Receipt[]): boolean {
  const benefits = taken.flatMap(({ uses }) => uses?.benefit ?? []);
  return new Set(benefits).size < benefits.length;
}

/** All that any of them wants back, by the earliest day. */
function allReturns(receipts: readonly Receipt[]): Receipt["returns"] {
  const wanted = receipts.flatMap(({ returns }) => returns ?? []);
  if (wanted.length === 0) {
    return null;
  }
  const [by = null] = wanted.flatMap((each) => each.by ?? []).sort();
  return { parts: [...new Set(wanted.flatMap(({ parts }) => parts))], by };
}
