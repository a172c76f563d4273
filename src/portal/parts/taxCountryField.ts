import type { Html } from "../html.ts";
import { en } from "../words/en.ts";
import type { FormState } from "./frame.ts";
import { selectField } from "./selectField.ts";

/** In which of these countries somebody lives, where the tax in a price is that of their country. */
export function taxCountryField(options: readonly (readonly [string, string])[], state: FormState): Html {
  const { country: label, countryHint: hint } = en.shop;
  return selectField({ name: "country", label, hint, options, autocomplete: "country" }, state);
}
