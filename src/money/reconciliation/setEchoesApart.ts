import { type Finding, inTime, type TheirLine } from "./comparison.ts";
import { side, sum } from "./sides.ts";

/** The lines of a party, told by two mouths where it is both read by us and sent by a person. */
export interface ToldByMouths {
  /** What is compared with our books: each deed as it was told once. */
  readonly told: readonly TheirLine[];
  /** Where a report that was sent says otherwise than the party's own books. */
  readonly findings: readonly Finding[];
}

/**
 * Sets apart the lines of reports that were sent which name what the party's own books name: they are the
 * same deed told again, and not done twice. The party's own books are believed; a sent line that says another
 * sum is a difference. One that knows a fee of which they say nothing is compared in their place. Pure; the
 * order of its input does not matter.
 */
export function setEchoesApart(lines: readonly TheirLine[]): ToldByMouths {
  const own = new Map<string, TheirLine>();
  for (const line of lines.filter(({ isSent }) => !isSent)) {
    for (const name of namesOf(line)) {
      own.set(name, line);
    }
  }
  const findings: Finding[] = [];
  const told = new Set(lines);
  const withFee = new Set<TheirLine>();
  for (const line of lines.filter(({ isSent }) => isSent).toSorted(inTime)) {
    const original = namesOf(line).flatMap((name) => own.get(name) ?? [])[0];
    if (original === undefined) {
      continue;
    }
    if (line.amountMinor !== original.amountMinor || line.currency !== original.currency) {
      findings.push(saysOtherwise(line, original));
      told.delete(line);
    } else if (line.feeMinor > 0 && original.feeMinor === 0 && !withFee.has(original)) {
      withFee.add(original);
      told.delete(original);
    } else {
      told.delete(line);
    }
  }
  return { told: [...told], findings };
}

function namesOf({ entry, ourKey, reference }: TheirLine): string[] {
  return [
    ...(ourKey === null ? [] : [`${entry} key ${ourKey}`]),
    ...(reference === "" ? [] : [`${entry} reference ${reference}`]),
  ];
}

function saysOtherwise(line: TheirLine, own: TheirLine): Finding {
  const isSum = line.currency === own.currency;
  const differs =
    line.entry === "refund" || line.entry === "debit" ? "refund_amount_differs" : "amount_differs";
  return {
    cause: isSum ? differs : "currency_differs",
    lineId: line.lineId,
    ourKey: null,
    amountMinor: isSum ? Math.abs(line.amountMinor - own.amountMinor) : line.amountMinor,
    currency: line.currency,
    detail: `what was sent says ${said(line)}, their own books ${said(own)}`,
    sides: [side("amount", sum(line.amountMinor, line.currency), sum(own.amountMinor, own.currency))],
  };
}

function said({ amountMinor, currency }: TheirLine): string {
  return `${amountMinor} ${currency}`;
}
