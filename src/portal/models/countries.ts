import { en } from "../words/en.ts";

const europe = "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IT LT LU LV MT NL NO PL PT RO SE SI SK";
const elsewhere = "AU CA CN HK JP KR TW US";

const names = new Intl.DisplayNames(["en"], { type: "region" });

/** Countries in which the plan is sold, by their names, for a list. */
export const countries: readonly (readonly [string, string])[] = `${europe} ${elsewhere}`
  .split(" ")
  .map((code) => [code, names.of(code) ?? code] as const)
  .toSorted(([, one], [, other]) => one.localeCompare(other));

/** Regions of the plan, for a list. */
export const regions: readonly (readonly [string, string])[] = Object.entries(en.places.regions);

export function countryName(code: string): string {
  return names.of(code) ?? code;
}

export function isCountry(code: string): boolean {
  return countries.some(([known]) => known === code);
}
