import type { Claim, CommandOf, Findings, Part } from "../../client/index.ts";
import { formatMoney, readMoney } from "../format/formatMoney.ts";

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
  /** `YYYY-MM-DD`; empty when no papers were shown. */
  readonly warrantyEnds: string;
  /** As typed, in the claim's currency; empty when no paid repair is offered. */
  readonly price: string;
}

/** Where an inspection begins: with what was found before, if it was. */
export function draftOf(claim: Claim): Draft {
  const found = (claim.findings ?? {}) as Findings;
  const paid = claim.choices?.find(({ route }) => route === "paid");
  return {
    cause: found.cause,
    lost: found.lost,
    parts: found.parts,
    checks: Object.fromEntries(
      checks.flatMap((check) => (found[check] === undefined ? [] : [[check, found[check]]])),
    ),
    warrantyEnds: found.warrantyEndsAt?.slice(0, 10) ?? "",
    price: paid === undefined ? "" : (formatMoney(paid.fee).split("\u00a0")[0] ?? ""),
  };
}

/** Whether the price can be read; an empty one is none. */
export function isPriceClear(draft: Draft, currency: string): boolean {
  return draft.price.trim() === "" || readMoney(draft.price, currency) !== undefined;
}

/** The inspection a draft stands for. */
export function inspectionOf(draft: Draft, { id, currency }: Claim): CommandOf<"inspectDevice"> {
  const amount = readMoney(draft.price, currency);
  return {
    id,
    findings: {
      ...(draft.cause === undefined ? {} : { cause: draft.cause }),
      ...(draft.lost === undefined ? {} : { lost: draft.lost }),
      ...(draft.parts === undefined || draft.parts.length === 0 ? {} : { parts: [...draft.parts] }),
      ...draft.checks,
      ...(draft.warrantyEnds === "" ? {} : { warrantyEndsAt: `${draft.warrantyEnds}T00:00:00Z` }),
    },
    ...(amount === undefined ? {} : { repairPrice: { amount, currency } }),
  };
}
