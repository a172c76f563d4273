import { en } from "../words/en.ts";

type Choices = readonly (readonly [code: string, name: string])[];

const europe = "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK";
const elsewhere = "AU CA CN HK JP KR TW US";
/** Named by the browser's tables, and no country of ISO 3166. */
const notCountries = new Set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split(" "));
const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** These countries by their names, for a list. */
export function countryChoices(codes: readonly string[]): Choices {
  return codes
    .map((code) => [code, countryName(code)] as const)
    .toSorted(([, one], [, other]) => one.localeCompare(other));
}

/** Countries we send to. */
export const countries = countryChoices(`${europe} ${elsewhere}`.split(" "));

/** Every country there is: damage happens anywhere. A code that stands for another one is left out. */
export const everyCountry = countryChoices(
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => names.of(code) !== undefined && !notCountries.has(code))
    .filter((code) => new Intl.Locale(`und-${code}`).region === code),
);

/** Regions of the plan, for a list. */
export const regions: Choices = Object.entries(en.places.regions);

export function countryName(code: string): string {
  return names.of(code) ?? code;
}

export function isCountry(code: string): boolean {
  return everyCountry.some(([known]) => known === code);
}
