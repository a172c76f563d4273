import { countryName } from "../models/countries.ts";
import type { DeliveryTerms } from "../parts/deliveryTerms.ts";
import type { Visit } from "../visit/visit.ts";

/** How goods come to a country, what that costs, and in which currencies. */
export async function deliveryTo(
  _visit: Visit,
  country: string,
): Promise<DeliveryTerms & { readonly currencies: readonly string[] }> {
  return await Promise.resolve({ country: countryName(country), ways: [], currencies: [] });
}
