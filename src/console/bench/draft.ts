import type { Claim, CommandOf, Findings, FurtherFinding, Part } from "../../client/index.ts";
import { formatMoney, readMoney } from "../format/formatMoney.ts";
import { endOfDay, lastDayBefore } from "../format/wallClock.ts";

/** What only the bench can judge: yes, no, or not judged. */
export const checks = [
  "intentional",
  "cosmeticOnly",
  "forceMajeure",
  "unauthorisedParts",
  "unauthorisedRepair",
  "unsuitableConditions",
  "modified",
] as const satisfies readonly (keyof Findings)[];
export type Check = (typeof checks)[number];

/** The findings as they are being made. What is undefined is not judged, or as the owner told. */
export interface Draft {
  readonly cause: Findings["cause"];
  readonly lost: Findings["lost"];
  readonly parts: readonly Part[] | undefined;
  readonly checks: Readonly<Partial<Record<Check, boolean>>>;
  /** The last day, `YYYY-MM-DD`; empty when no papers were shown. */
  readonly warrantyEnds: string;
  /** As typed, in the claim's currency; empty when no paid repair is offered. */
  readonly price: string;
  /** By the lists of its family; of the checks those that are in order. */
  readonly codes: Readonly<Record<"symptoms" | "findings" | "good", readonly string[]>>;
  /** What else is the matter with the device. */
  readonly further: readonly FurtherDraft[];
}

/** What is judged of each finding; alterations are told of the device, once. */
export type FurtherCheck = Exclude<Check, "modified">;
export const furtherChecks = checks.filter((check): check is FurtherCheck => check !== "modified");

/** Another finding as it is being made. */
export interface FurtherDraft {
  /** Tells it from the others while they are made. */
  readonly key: number;
  readonly cause: Findings["cause"];
  readonly lost: Findings["lost"];
  readonly parts: readonly Part[];
  readonly checks: Readonly<Partial<Record<FurtherCheck, boolean>>>;
}

/** How many findings there can be beside the first. */
export const MOST_FURTHER = 7;

/** Where an inspection begins: with what was found before, if it was. A day is one of the plan's zone. */
export function draftOf(claim: Claim, zone: string): Draft {
  const found = (claim.findings ?? {}) as Findings;
  // What was quoted is quoted again, not typed.
  const paid = claim.choices?.find(({ route, quote }) => route === "paid" && quote === undefined);
  return {
    cause: found.cause,
    lost: found.lost,
    parts: found.parts,
    checks: Object.fromEntries(
      checks.flatMap((check) => (found[check] === undefined ? [] : [[check, found[check]]])),
    ),
    warrantyEnds: lastDayOf(found, zone),
    price: paid === undefined ? "" : (formatMoney(paid.fee).split("\u00a0")[0] ?? ""),
    codes: { symptoms: [], findings: [], good: [] },
    further: (claim.found ?? []).slice(1).map((each, index) => {
      const { cause, lost, parts, ...judged } = each.findings as FurtherFinding;
      return { key: index + 1, cause, lost, parts, checks: judged };
    }),
  };
}

/** The same with one more finding, of which nothing is said yet. */
export function withFinding(draft: Draft): Draft {
  const key = Math.max(0, ...draft.further.map((each) => each.key)) + 1;
  const blank = { key, cause: undefined, lost: undefined, parts: [], checks: {} };
  return { ...draft, further: [...draft.further, blank] };
}

/** Whether each further finding has its cause and its parts. */
export function isWhole({ further }: Draft): boolean {
  return further.every(isTold);
}

/** Whether a further finding has its cause and its parts. */
export function isTold({ cause, parts }: FurtherDraft): boolean {
  return cause !== undefined && parts.length > 0;
}

/** Whether the price can be read; an empty one is none. */
export function isPriceClear(draft: Draft, currency: string): boolean {
  return draft.price.trim() === "" || readMoney(draft.price, currency) !== undefined;
}

/** The inspection a draft stands for; a finding without its cause or its parts is not in it yet. */
export function inspectionOf(draft: Draft, claim: Claim, zone: string): CommandOf<"inspectDevice"> {
  const { id, currency } = claim;
  const amount = readMoney(draft.price, currency);
  const further = draft.further.flatMap(({ cause, lost, parts, checks: judged }): FurtherFinding[] =>
    cause === undefined || parts.length === 0
      ? []
      : [{ cause, parts: [...parts], ...(lost === undefined ? {} : { lost }), ...judged }],
  );
  return {
    id,
    findings: {
      ...(draft.cause === undefined ? {} : { cause: draft.cause }),
      ...(draft.lost === undefined ? {} : { lost: draft.lost }),
      ...(draft.parts === undefined || draft.parts.length === 0 ? {} : { parts: [...draft.parts] }),
      ...draft.checks,
      ...warrantyIn(draft, claim.findings ?? {}, zone),
    },
    ...(further.length === 0 ? {} : { further }),
    ...codesOf(draft.codes),
    ...(amount === undefined ? {} : { repairPrice: { amount, currency } }),
  };
}

/** By the papers; what was found before stays to the second while its day does. */
function warrantyIn(
  { warrantyEnds: day }: Draft,
  found: Findings,
  zone: string,
): Pick<Findings, "warrantyEndsAt"> {
  if (day === "") {
    return {};
  }
  const kept = lastDayOf(found, zone) === day ? found.warrantyEndsAt : undefined;
  return { warrantyEndsAt: kept ?? endOfDay(day, zone) };
}

function lastDayOf({ warrantyEndsAt }: Findings, zone: string): string {
  return warrantyEndsAt === undefined ? "" : lastDayBefore(warrantyEndsAt, zone);
}

/** The codes as they are sent; nothing where none was chosen. */
function codesOf({ symptoms, findings, good }: Draft["codes"]): Pick<CommandOf<"inspectDevice">, "codes"> {
  const isEmpty = symptoms.length + findings.length + good.length === 0;
  const checks = good.map((code) => ({ code, isGood: true }));
  return isEmpty ? {} : { codes: { symptoms: [...symptoms], findings: [...findings], checks } };
}
