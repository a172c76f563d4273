import type { CommandOf } from "../../client/index.ts";
import { decimalOf, readMoney } from "../format/formatMoney.ts";
import type { Reseller } from "./resellerQueries.ts";

/** A contract as it is typed. */
export interface ContractTold {
  readonly name: string;
  readonly email: string;
  readonly country: string;
  readonly vatId: string;
  readonly customerGroup: string;
  readonly regions: string;
  readonly currency: string;
  readonly credit: string;
  readonly invoiceDays: string;
  readonly timeZone: string;
  readonly days: string;
  readonly fromHour: string;
  readonly toHour: string;
  readonly beginsOn: string;
  readonly endsOn: string;
}

export const NEW_CONTRACT: ContractTold = {
  ...{ name: "", email: "", country: "", vatId: "", customerGroup: "wholesale", regions: "EU" },
  ...{ currency: "EUR", credit: "0", invoiceDays: "", timeZone: "", days: "1,2,3,4,5" },
  ...{ fromHour: "8", toHour: "18", beginsOn: "", endsOn: "" },
};

/** A contract that is there, as it would be typed. */
export function toldOf(reseller: Reseller): ContractTold {
  const { deliveryHours, credit, invoiceDays } = reseller;
  return {
    ...NEW_CONTRACT,
    ...{ name: reseller.name, email: reseller.email, country: reseller.country, vatId: reseller.vatId ?? "" },
    ...{ customerGroup: reseller.customerGroup, regions: reseller.regions.join(", ") },
    ...{ currency: reseller.currency, credit: decimalOf(credit), invoiceDays: String(invoiceDays ?? "") },
    ...(deliveryHours === null
      ? {}
      : {
          timeZone: deliveryHours.timeZone,
          days: deliveryHours.days.join(","),
          fromHour: String(deliveryHours.fromHour),
          toHour: String(deliveryHours.toHour),
        }),
    ...{ beginsOn: reseller.beginsOn, endsOn: reseller.endsOn ?? "" },
  };
}

/** What is sent of it. What cannot be read as a number is sent as none, and the server names the field. */
export function contractOf(told: ContractTold): CommandOf<"addReseller"> {
  const currency = told.currency.trim().toUpperCase();
  return {
    ...{ name: told.name.trim(), email: told.email.trim(), country: told.country.trim().toUpperCase() },
    ...(told.vatId.trim() === "" ? {} : { vatId: told.vatId.trim().toUpperCase() }),
    customerGroup: told.customerGroup.trim(),
    regions: listOf(told.regions),
    currency,
    creditMinor: /^[A-Z]{3}$/.test(currency) ? (readMoney(told.credit, currency) ?? -1) : -1,
    ...(told.invoiceDays === "" ? {} : { invoiceDays: Number(told.invoiceDays) }),
    ...(told.timeZone.trim() === ""
      ? {}
      : {
          deliveryHours: {
            timeZone: told.timeZone.trim(),
            days: listOf(told.days).map(Number),
            fromHour: Number(told.fromHour),
            toHour: Number(told.toHour),
          },
        }),
    beginsOn: told.beginsOn,
    ...(told.endsOn === "" ? {} : { endsOn: told.endsOn }),
  };
}

function listOf(text: string): string[] {
  return text
    .split(/[,\s]+/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
