import type { CommandOf } from "../../client/index.ts";
import { readMoney } from "../format/formatMoney.ts";

/** What was agreed, as it is typed. */
export interface TariffTyped {
  readonly kind: "provider" | "carrier";
  readonly party: string;
  readonly currency: string;
  readonly from: string;
  readonly percent: string;
  readonly fixed: string;
  readonly parcelGrams: string;
  readonly bands: string;
}

/** Parts of ten thousand of a share in per cent, `1.4`; undefined for anything else. Pure. */
export function basisPointsOf(percent: string): number | undefined {
  const [, whole, fraction = ""] = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(percent.trim()) ?? [];
  const points = whole === undefined ? undefined : Number(whole + fraction.padEnd(2, "0"));
  return points !== undefined && points <= 10_000 ? points : undefined;
}

/** Prices up to weights, one on each line; undefined where one cannot be read. Pure. */
export function bandsOf(text: string, currency: string): CommandOf<"setTariff">["bands"] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const bands = lines.map((line) => {
    const [, grams = "", price = ""] = /^\s*(\d{1,8})\s*(?:g\b)?[\s:;,]+(\S+)\s*$/.exec(line) ?? [];
    return { upToGrams: Number(grams), priceMinor: readMoney(price, currency) };
  });
  const isRead = bands.every(({ upToGrams, priceMinor }) => upToGrams > 0 && priceMinor !== undefined);
  return isRead && bands.length > 0 ? (bands as CommandOf<"setTariff">["bands"]) : undefined;
}

/** The tariff that was typed; undefined while something cannot be read. Pure. */
export function tariffOf(typed: TariffTyped): CommandOf<"setTariff"> | undefined {
  const { kind, party, currency, from, percent, fixed, parcelGrams, bands } = typed;
  const about = { kind, party: party.trim(), currency: currency.trim().toUpperCase(), from };
  if (about.party === "" || !/^[A-Z]{3}$/.test(about.currency) || from === "") {
    return undefined;
  }
  if (kind === "provider") {
    const basisPoints = basisPointsOf(percent || "0");
    const fixedMinor = readMoney(fixed || "0", about.currency);
    return basisPoints === undefined || fixedMinor === undefined
      ? undefined
      : { ...about, basisPoints, fixedMinor };
  }
  const read = bandsOf(bands, about.currency);
  const grams = /^[1-9]\d{0,7}$/.test(parcelGrams.trim()) ? Number(parcelGrams) : undefined;
  const isGrams = parcelGrams.trim() === "" || grams !== undefined;
  return read === undefined || !isGrams
    ? undefined
    : { ...about, bands: read, ...(grams !== undefined && { parcelGrams: grams }) };
}
