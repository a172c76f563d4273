import { type Finding, inTime, type TheirLine } from "./comparison.ts";
import type { SentParcel } from "./soldAndSent.ts";

/** What a carrier has agreed to ask for. */
export interface CarrierTariff {
  readonly currency: string;
  /** What a parcel of ours weighs at the most. */
  readonly parcelGrams: number | null;
  /** Prices up to weights, in any order. */
  readonly bands: readonly { readonly upToGrams: number; readonly priceMinor: number }[];
}

/** A line that is right, and the parcel it is for. */
export interface BilledParcel {
  readonly line: TheirLine;
  readonly parcel: SentParcel;
}

/**
 * What is wrong with the invoice of a carrier, and what of it is right. What we shipped and they have not
 * billed yet costs nobody anything, and is no difference. Pure.
 */
export function matchParcels(
  lines: readonly TheirLine[],
  parcels: readonly SentParcel[],
  tariffs: readonly CarrierTariff[],
): { readonly right: readonly BilledParcel[]; readonly findings: readonly Finding[] } {
  const byTracking = new Map(parcels.map((parcel) => [parcel.tracking, parcel]));
  const billed = new Set<string>();
  const right: BilledParcel[] = [];
  const findings: Finding[] = [];
  for (const line of lines.toSorted(inTime).filter(({ entry }) => entry === "parcel")) {
    const parcel = byTracking.get(line.reference);
    const isAgain = billed.has(line.reference);
    billed.add(line.reference);
    const tariff = tariffs.find(({ currency }) => currency === line.currency);
    const unsent = parcel === undefined ? NEVER : checkPrice(line, tariff);
    const wrong = isAgain ? AGAIN : unsent;
    if (wrong !== undefined) {
      const { amountMinor, currency, lineId, reference } = line;
      const detail = `parcel ${reference}: ${wrong.detail}`;
      findings.push({ cause: wrong.cause, lineId, ourKey: null, amountMinor, currency, detail });
    } else if (parcel !== undefined) {
      right.push({ line, parcel });
    }
  }
  return { right, findings };
}

const AGAIN = { cause: "parcel_billed_twice", detail: "billed before" } as const;
const NEVER = { cause: "parcel_never_shipped", detail: "never shipped" } as const;

function checkPrice(line: TheirLine, tariff: CarrierTariff | undefined) {
  if (tariff === undefined) {
    return undefined;
  }
  const { weightGrams, amountMinor } = line;
  if (weightGrams !== null && tariff.parcelGrams !== null && weightGrams > tariff.parcelGrams) {
    const detail = `${weightGrams} g billed, ${tariff.parcelGrams} g at the most`;
    return { cause: "parcel_weight_differs", detail } as const;
  }
  const grams = weightGrams ?? tariff.parcelGrams ?? 0;
  const band = tariff.bands
    .toSorted((left, right) => left.upToGrams - right.upToGrams)
    .find(({ upToGrams }) => grams <= upToGrams);
  return band === undefined || band.priceMinor === amountMinor
    ? undefined
    : ({
        cause: "parcel_price_differs",
        detail: `${amountMinor} billed, ${band.priceMinor} agreed`,
      } as const);
}
