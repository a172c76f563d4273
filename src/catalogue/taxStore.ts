import { effect, many } from "../platform/index.ts";
import type { TaxRate } from "./taxRate.ts";

/** Every rate there ever was, the newest of a country last. */
export const allTaxRates = many<TaxRate>(
  "tax_rates",
  `select country, kind, rate_basis_points as "rateBasisPoints", is_charged as "isCharged",
          valid_on as "validFrom"
     from catalogue.tax_rate
    order by country, valid_on`,
);

/** Seeds rates from a list of JSON objects; what is there already stays. */
export const seedTaxRates = effect(
  "seed_tax_rates",
  `insert into catalogue.tax_rate (country, kind, rate_basis_points, is_charged, valid_on, source)
   select country, kind, "rateBasisPoints", "isCharged", "validFrom", source
     from jsonb_to_recordset($1::jsonb)
       as given(country text, kind text, "rateBasisPoints" integer, "isCharged" boolean, "validFrom" date,
                source text)
   on conflict do nothing`,
);
