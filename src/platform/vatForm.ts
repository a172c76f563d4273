import { type Country, checkVAT, countries } from "jsvat";

/** What VAT numbers of a country begin with, where that is not the country's own two letters. */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  GR: ["EL"],
  // Northern Ireland trades goods under letters of its own.
  GB: ["GB", "XI"],
  // Monaco's businesses are registered in France.
  MC: ["FR"],
};

/**
 * What is wrong with a VAT number by itself: it is another country's, or not of the form its country gives
 * them, check digits included. Of countries whose numbers nobody told us the form of, the letters alone are
 * looked at.
 */
export function vatNumberFault(vatId: string, country: string): "country" | "form" | undefined {
  const prefixes = PREFIXES[country] ?? [country];
  const prefix = vatId.slice(0, 2);
  if (!prefixes.includes(prefix)) {
    return "country";
  }
  const digits = vatId.slice(2);
  const known = rulesOf(prefix === "XI" ? "GB" : prefix);
  if (known === undefined) {
    return /^[0-9A-Z]{4,13}$/.test(digits) ? undefined : "form";
  }
  return checkVAT((prefix === "XI" ? "GB" : prefix) + digits, [known]).isValid ? undefined : "form";
}

/** The two letters a country's VAT numbers begin with. */
export function vatPrefixOf(country: string): string {
  return PREFIXES[country]?.[0] ?? country;
}

const byPrefix = new Map<string, Country>();
for (const country of countries) {
  byPrefix.set(country.codes[0] === "GR" ? "EL" : (country.codes[0] ?? ""), country);
}

function rulesOf(prefix: string): Country | undefined {
  return byPrefix.get(prefix);
}
