import { agreementsFor, type RecoveryAgreement } from "./agreement.ts";

/** What a supplier is claimed for. */
export interface RecoveryLine {
  /** A part, or `labour`. */
  readonly what: string;
  /** The finding it was for; of labour the first of them. */
  readonly finding: number;
  readonly amountMinor: number;
}

/** What arises of a case for one supplier. */
export interface RecoveryFound {
  readonly agreement: RecoveryAgreement;
  readonly lines: readonly RecoveryLine[];
  readonly amountMinor: number;
}

/** One thing that was the matter, as it was settled. */
export interface SettledFinding {
  readonly no: number;
  readonly cause: string;
  readonly parts: readonly string[];
  /** What the terms say of it by itself. */
  readonly outcome: string;
}

/** A case that is over, as far as it is a supplier's matter. */
export interface SettledCase {
  readonly route: string | null;
  readonly device: { readonly model: string; readonly series: string };
  readonly findings: readonly SettledFinding[];
  /** When the device came into use, as far as we know, and when it failed. */
  readonly usedFrom: Temporal.PlainDate | undefined;
  readonly failedOn: Temporal.PlainDate;
  readonly closedOn: Temporal.PlainDate;
}

/** The ways in which a defect was put right for nothing: what the law or the maker's promise owes. */
const FREE: ReadonlySet<string> = new Set(["warranty", "statutory"]);

/**
 * What suppliers owe for a case. A part that was defective is its supplier's for so long as that answers for
 * it, whatever way the case went; else, and for the rest of what was free by law or warranty, the maker's.
 * What comes to nothing is not claimed. Pure.
 */
export function recoveriesOf(
  settled: SettledCase,
  agreements: readonly RecoveryAgreement[],
): readonly RecoveryFound[] {
  const counted = agreementsFor(agreements, settled.device, settled.closedOn);
  const lines = new Map<RecoveryAgreement, RecoveryLine[]>();
  const add = (agreement: RecoveryAgreement | undefined, finding: number, part?: string) => {
    if (agreement !== undefined) {
      const before = lines.get(agreement) ?? [
        { what: "labour", finding, amountMinor: agreement.labourMinor },
      ];
      const line = part && { what: part, finding, amountMinor: agreement.partMinor[part] ?? 0 };
      lines.set(agreement, line ? [...before, line] : before);
    }
  };
  for (const { no, cause, parts, outcome } of settled.findings) {
    const isFree = FREE.has(outcome) && settled.route !== null && FREE.has(settled.route);
    const isDefect = cause === "defect" && settled.route !== "return";
    const maker = isFree ? counted.find(({ kind }) => kind === "maker") : undefined;
    const ofParts = parts.map((part) => ({
      part,
      supplier: isFree || isDefect ? partSupplier(counted, part, settled) : undefined,
    }));
    for (const { part, supplier } of ofParts) {
      add(supplier ?? maker, no, part);
    }
    if (parts.length === 0) {
      add(maker, no);
    }
  }
  return [...lines].flatMap(([agreement, own]) => {
    const kept = own.filter(({ amountMinor }) => amountMinor > 0);
    const amountMinor = kept.reduce((sum, line) => sum + line.amountMinor, 0);
    return amountMinor === 0 ? [] : [{ agreement, lines: kept, amountMinor }];
  });
}

/** Who answers for a part: within its months from when the device came into use, where it has any. */
function partSupplier(
  agreements: readonly RecoveryAgreement[],
  part: string,
  { usedFrom, failedOn }: Pick<SettledCase, "usedFrom" | "failedOn">,
): RecoveryAgreement | undefined {
  return agreements.find(
    ({ kind, partMinor, months }) =>
      kind === "part" &&
      partMinor[part] !== undefined &&
      (months === null ||
        (usedFrom !== undefined && Temporal.PlainDate.compare(failedOn, usedFrom.add({ months })) <= 0)),
  );
}
