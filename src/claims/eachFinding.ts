import { type Static, Type } from "typebox";
import type { DeviceRecord } from "../contracts/index.ts";
import { ReceiptSchema, shape } from "../platform/index.ts";
import { type CombinedFindings, combineFindings, type Receipt, type Terms } from "../terms/index.ts";
import type { Claim } from "./claim.ts";
import { type CaseTold, decideCoverage } from "./claimFacts.ts";
import type { Findings, FurtherFinding } from "./incident.ts";

/** One finding of a case, with what the terms say of it as if there were no other. */
export interface FindingDecided {
  /** From 1, in the order they were told. */
  readonly no: number;
  readonly findings: Findings | FurtherFinding;
  readonly receipt: Receipt;
}

/** A case decided once for each of its findings, and what holds for all of them together. */
export interface CaseDecided {
  /** The receipt of the finding that leads: the one whose way the case goes, or that keeps it open. */
  readonly receipt: Receipt;
  readonly found: readonly FindingDecided[];
  readonly combined: CombinedFindings;
}

/** One finding of a case of several, as everybody sees it. */
export const FoundShape = shape({
  no: Type.Integer({ minimum: 1 }),
  findings: Type.Record(Type.String(), Type.Unknown()),
  /** What the terms say of it by itself. */
  receipt: ReceiptSchema,
  /** What becomes of it beside the others, as `combineFindings` says. */
  part: Type.Enum(["taken", "shared", "needless", "refused", "open"]),
  /** The finding whose replacement is for this one as well, or leaves nothing to do. */
  by: Type.Optional(Type.Integer({ minimum: 1 })),
});
export type FoundShape = Static<typeof FoundShape>;

/**
 * Decides a case once for each finding. What is told of the incident is told of the first; of the others only
 * when and where it happened, and what the device is. Pure.
 */
export function decideFindings(
  record: DeviceRecord,
  told: Omit<CaseTold, "findings">,
  { findings, further = [] }: { readonly findings: Findings; readonly further?: readonly FurtherFinding[] },
  terms: Terms,
  at: Temporal.Instant,
): CaseDecided {
  const { lost: _, ...incident } = told.incident;
  const { modified, warrantyEndsAt } = findings;
  const device = {
    ...(modified === undefined ? {} : { modified }),
    ...(warrantyEndsAt === undefined ? {} : { warrantyEndsAt }),
  };
  const cases = [
    { findings, told: { ...told, findings } },
    ...further.map((each) => ({
      findings: each,
      told: { ...told, incident, findings: { ...each, ...device } },
    })),
  ];
  const found = cases.map((each, index) => ({
    no: index + 1,
    findings: each.findings,
    receipt: decideCoverage(record, each.told, terms, at),
  }));
  const combined = combineFindings(found.map(({ no, receipt }) => ({ finding: String(no), receipt })));
  return { receipt: leadOf(found, combined), found, combined };
}

/** The finding whose way is the case's: it is taken itself where anything is. */
function leadOf(found: readonly FindingDecided[], { outcome, ways }: CombinedFindings): Receipt {
  const leads = found.filter(({ receipt }) => receipt.outcome === outcome);
  const taken = leads.find(({ no }) => ways[no - 1]?.part === "taken") ?? leads[0] ?? found[0];
  return (taken as FindingDecided).receipt;
}

/** A claim as its bench decided it, from what is kept of it; undefined before its first inspection. Pure. */
export function decidedOf({
  findings,
  receipt,
  found,
  combined,
}: Pick<Claim, "findings" | "receipt" | "found" | "combined">): CaseDecided | undefined {
  if (findings === null) {
    return undefined;
  }
  if (found !== null && combined !== null) {
    return { receipt, found, combined };
  }
  const only = [{ no: 1, findings, receipt }];
  return { receipt, found: only, combined: combineFindings([{ finding: "1", receipt }]) };
}

/** The findings of a case as everybody sees them. */
export function toFound(found: readonly FindingDecided[], { ways }: CombinedFindings): FoundShape[] {
  return found.map(({ no, findings, receipt }, index) => {
    const { part = "open", by } = ways[index] ?? {};
    return {
      ...{ no, part, findings },
      receipt: receipt as unknown as FoundShape["receipt"],
      ...(by === undefined ? {} : { by: Number(by) }),
    };
  });
}
