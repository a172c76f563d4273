import { deliveryTermsOf } from "../../commerce/index.ts";
import { countryName, everyCountry } from "../models/countries.ts";
import type { DeliveryTerms } from "../parts/deliveryTerms.ts";
import { formOf, reader, type Visit } from "../visit/visit.ts";

/** How goods come to a country, what that costs, in which currencies. The rules are held: no query. */
export async function deliveryTo(
  visit: Visit,
  country: string,
): Promise<DeliveryTerms & { readonly currencies: readonly string[] }> {
  const { rules, outside } = await deliveryTermsOf(reader(visit), country);
  const currencies = [...new Set(rules.map(({ currency }) => currency))];
  return {
    country: countryName(country),
    ways: rules
      .filter(({ currency }) => currency === currencies[0])
      .map(({ option, currency, priceMinor, freeFromMinor, mostGrams }) => ({
        option,
        price: { amount: priceMinor, currency },
        freeFrom: freeFromMinor === null ? undefined : { amount: freeFromMinor, currency },
        mostGrams: mostGrams ?? undefined,
      })),
    change: {
      form: { ...formOf(visit, { country }), action: `/shop/${visit.params.sku}/country` },
      countries: everyCountry,
    },
    sentence: rules.length === 0 && outside !== "" ? outside : undefined,
    currencies,
  };
}
