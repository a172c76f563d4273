import { type TSchema, Type } from "typebox";
import { vatNumberFault } from "./vatForm.ts";

/** Who sells: it stands on invoices and is told to buyers before they pay. */
export interface Seller {
  readonly name: string;
  readonly street: string;
  /** With the postcode, in the order of the country. */
  readonly town: string;
  /** Two letters of ISO 3166: where it is taxed. */
  readonly country: string;
  /** Its own VAT number; undefined where it has none. */
  readonly vatId: string | undefined;
  /** Its entry in a register, in the words an invoice prints. */
  readonly registration: string | undefined;
  /** Where buyers write to: an address, and a telephone number if there is one. */
  readonly contact: string | undefined;
  /** The zone whose days and years its invoices have. */
  readonly zone: string;
}

/** Stands in a sandbox for the seller that is not set: a street that cannot be mistaken for one. */
export const SAMPLE_SELLER: Seller = {
  name: "Sample Seller OÜ",
  street: "1 Sample Street",
  town: "00000 Sampletown",
  country: "EE",
  vatId: "EE100000007",
  registration: "Sample register 10000000",
  contact: "sales@example.com",
  zone: "UTC",
};

const text = (pattern: string): TSchema => Type.Optional(Type.String({ pattern }));

/** The settings it is made of. */
export const sellerSettings = [
  {
    name: "SELLER_NAME",
    member: "sellerName",
    schema: text("^[^\\u0000-\\u001f<>]{1,120}$"),
    fallback: undefined,
    means:
      "Who sells, as invoices name it; without it there are no invoices. " +
      "A made-up one if not set, with the test clock or where the public URL is local",
    expects: "1 to 120 characters",
  },
  {
    name: "SELLER_ADDRESS",
    member: "sellerAddress",
    schema: text("^[^;\\r\\n<>]{1,120}; ?[^;\\r\\n<>]{1,120}; ?[A-Z]{2}$"),
    fallback: undefined,
    means: "Its address: street; postcode and town; country, where it is taxed",
    expects: "for example 4 Mill Lane; 10115 Berlin; DE",
  },
  {
    name: "SELLER_VAT_ID",
    member: "sellerVatId",
    schema: text("^[A-Z]{2}[0-9A-Z+*]{2,13}$"),
    fallback: undefined,
    means: "Its own VAT number; without one nothing is sold under reverse charge",
    expects: "the number without spaces, with the letters of its country",
  },
  {
    name: "SELLER_REGISTRATION",
    member: "sellerRegistration",
    schema: text("^[^\\u0000-\\u001f<>]{1,120}$"),
    fallback: undefined,
    means: "Its entry in the register of companies, as invoices print it",
    expects: "for example Commercial register Berlin HRB 12345",
  },
  {
    name: "SELLER_CONTACT",
    member: "sellerContact",
    schema: text("^[^\\u0000-\\u001f<>]{1,120}$"),
    fallback: undefined,
    means: "Where buyers write and call: told before they pay, and printed on invoices",
    expects: "for example sales@example.com, +49 30 123456",
  },
  {
    name: "SELLER_ZONE",
    member: "sellerZone",
    schema: Type.String({ pattern: "^[A-Za-z_+-]+(?:/[A-Za-z0-9_+-]+){0,2}$" }),
    fallback: "UTC",
    means: "The zone whose days and years invoices have",
    expects: "a name of the tz database, for example Europe/Tallinn",
  },
];

type Values = Readonly<Partial<Record<string, unknown>>>;
interface Fault {
  readonly name: string;
  readonly wrong: string;
  readonly remedy: string;
}

/** What single settings cannot tell: a seller has a name and an address, and its numbers are right. */
export function sellerFaults(values: Values): Fault[] {
  const { sellerName, sellerAddress, sellerVatId, sellerZone } = values as Partial<Record<string, string>>;
  const faults: Fault[] = [];
  if (sellerName === undefined && (sellerAddress ?? sellerVatId) !== undefined) {
    const wrong = "is missing, and other words of the seller are set";
    faults.push({ name: "EVERMEND_SELLER_NAME", wrong, remedy: "name the seller" });
  }
  if (sellerName !== undefined && sellerAddress === undefined) {
    const wrong = "is missing, and SELLER_NAME is set";
    faults.push({ name: "EVERMEND_SELLER_ADDRESS", wrong, remedy: "give its address" });
  }
  const country = sellerAddress?.slice(-2);
  if (sellerVatId !== undefined && country !== undefined) {
    const fault = vatNumberFault(sellerVatId, country);
    if (fault !== undefined) {
      const wrong = fault === "form" ? "has a wrong form or check digits" : `is not one of ${country}`;
      faults.push({ name: "EVERMEND_SELLER_VAT_ID", wrong, remedy: "copy it again from the register" });
    }
  }
  if (sellerZone !== undefined && !isZone(sellerZone)) {
    const wrong = `is ${JSON.stringify(sellerZone)}, which is no zone`;
    faults.push({ name: "EVERMEND_SELLER_ZONE", wrong, remedy: "give one such as Europe/Tallinn" });
  }
  return faults;
}

/** The seller of these settings; undefined where none is set and this is no sandbox. */
export function sellerOf(values: Values, isSandbox: boolean): Seller | undefined {
  const told = values as Partial<Record<string, string>>;
  if (told.sellerName === undefined || told.sellerAddress === undefined) {
    return isSandbox ? SAMPLE_SELLER : undefined;
  }
  const [street = "", town = "", country = ""] = told.sellerAddress.split(";").map((part) => part.trim());
  return {
    ...{ name: told.sellerName, street, town, country, zone: told.sellerZone ?? "UTC" },
    ...{ vatId: told.sellerVatId, registration: told.sellerRegistration, contact: told.sellerContact },
  };
}

function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
