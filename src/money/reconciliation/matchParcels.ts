import { type Finding, inTime, type TheirLine } from "./comparison.ts";
import { side, sum } from "./sides.ts";
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
      const { cause, says, sides = [side("price", sum(amountMinor, currency), null)] } = wrong;
      const detail = `parcel ${reference}: ${says}`;
      findings.push({ cause, lineId, ourKey: null, amountMinor, currency, detail, sides });
    } else if (parcel !== undefined) {
      right.push({ line, parcel });
    }
  }
  return { right, findings };
}

interface Wrong {
  readonly cause: Finding["cause"];
  readonly says: string;
  /** Nothing else: nothing was to be paid. */
  readonly sides?: Finding["sides"];
}

const AGAIN: Wrong = { cause: "parcel_billed_twice", says: "billed before" };
const NEVER: Wrong = { cause: "parcel_never_shipped", says: "never shipped" };

function checkPrice(line: TheirLine, tariff: CarrierTariff | undefined): Wrong | undefined {
  if (tariff === undefined) {
    return undefined;
  }
  const { weightGrams, amountMinor } = line;
  if (weightGrams !== null && tariff.parcelGrams !== null && weightGrams > tariff.parcelGrams) {
    const says = `${weightGrams} g billed, ${tariff.parcelGrams} g at the most`;
    const sides = [side("weightGrams", weightGrams, tariff.parcelGrams)];
    return { cause: "parcel_weight_differs", says, sides };
  }
  const grams = weightGrams ?? tariff.parcelGrams ?? 0;
  const band = tariff.bands
    .toSorted((left, right) => left.upToGrams - right.upToGrams)
    .find(({ upToGrams }) => grams <= upToGrams);
  return band === undefined || band.priceMinor === amountMinor
    ? undefined
    : {
        cause: "parcel_price_differs",
        says: `${amountMinor} billed, ${band.priceMinor} agreed`,
        sides: [side("price", sum(amountMinor, line.currency), sum(band.priceMinor, line.currency))],
      };
}
