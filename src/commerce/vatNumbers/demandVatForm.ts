import { badField, vatNumberFault, vatPrefixOf } from "../../platform/index.ts";

/**
 * Errors: Problem 400 at `pointer` for a VAT number of another country, or with a wrong form or check digits.
 */
export function demandVatForm(vatId: string | undefined, country: string, pointer = "/buyer/vatId"): void {
  const fault = vatId === undefined ? undefined : vatNumberFault(vatId, country);
  if (fault === "country") {
    throw badField(
      pointer,
      "vat_number_of_another_country",
      `VAT numbers of ${country} begin with ${vatPrefixOf(country)}: give the one of that country, or none.`,
    );
  }
  if (fault === "form") {
    throw badField(
      pointer,
      "wrong_vat_number",
      `${vatId} has a wrong form or wrong check digits: copy it again, or leave it out and buy with tax.`,
    );
  }
}
