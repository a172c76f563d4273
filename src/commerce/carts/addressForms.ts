/** What addresses of a country have beside a street and a town. */
interface AddressForm {
  readonly name: string;
  /** How its postcodes look; undefined where there are none. */
  readonly postcode?: RegExp;
  /** One of them, to show the form. */
  readonly like?: string;
  /** Whether letters need a state or province. */
  readonly hasState?: boolean;
}

const FOUR = /^\d{4}$/;
const FIVE = /^\d{5}$/;

/** The forms of the postal services of the countries the programmes serve. */
const FORMS: Readonly<Record<string, AddressForm>> = {
  AT: { name: "Austria", postcode: FOUR, like: "1010" },
  AU: { name: "Australia", postcode: FOUR, like: "2000", hasState: true },
  BE: { name: "Belgium", postcode: FOUR, like: "1000" },
  BG: { name: "Bulgaria", postcode: FOUR, like: "1000" },
  CA: { name: "Canada", postcode: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i, like: "K1A 0B1", hasState: true },
  CH: { name: "Switzerland", postcode: FOUR, like: "8001" },
  CN: { name: "China", postcode: /^\d{6}$/, like: "100000", hasState: true },
  CY: { name: "Cyprus", postcode: FOUR, like: "1010" },
  CZ: { name: "Czechia", postcode: /^\d{3} ?\d{2}$/, like: "110 00" },
  DE: { name: "Germany", postcode: FIVE, like: "10115" },
  DK: { name: "Denmark", postcode: FOUR, like: "1050" },
  EE: { name: "Estonia", postcode: FIVE, like: "10111" },
  ES: { name: "Spain", postcode: FIVE, like: "28001" },
  FI: { name: "Finland", postcode: FIVE, like: "00100" },
  FR: { name: "France", postcode: FIVE, like: "75001" },
  GB: { name: "the United Kingdom", postcode: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, like: "SW1A 1AA" },
  GR: { name: "Greece", postcode: /^\d{3} ?\d{2}$/, like: "104 31" },
  HK: { name: "Hong Kong" },
  HR: { name: "Croatia", postcode: FIVE, like: "10000" },
  HU: { name: "Hungary", postcode: FOUR, like: "1051" },
  IE: { name: "Ireland", postcode: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/i, like: "D02 AF30" },
  IT: { name: "Italy", postcode: FIVE, like: "00118", hasState: true },
  JP: { name: "Japan", postcode: /^\d{3}-?\d{4}$/, like: "100-0001", hasState: true },
  KR: { name: "South Korea", postcode: FIVE, like: "04524" },
  LT: { name: "Lithuania", postcode: /^(LT-)?\d{5}$/i, like: "LT-01100" },
  LU: { name: "Luxembourg", postcode: /^(L-)?\d{4}$/i, like: "1111" },
  LV: { name: "Latvia", postcode: /^(LV-)?\d{4}$/i, like: "LV-1050" },
  MT: { name: "Malta", postcode: /^[A-Z]{3} ?\d{4}$/i, like: "VLT 1117" },
  NL: { name: "the Netherlands", postcode: /^\d{4} ?[A-Z]{2}$/i, like: "1012 AB" },
  NO: { name: "Norway", postcode: FOUR, like: "0150" },
  PL: { name: "Poland", postcode: /^\d{2}-\d{3}$/, like: "00-001" },
  PT: { name: "Portugal", postcode: /^\d{4}-\d{3}$/, like: "1000-001" },
  RO: { name: "Romania", postcode: /^\d{6}$/, like: "010011" },
  SE: { name: "Sweden", postcode: /^\d{3} ?\d{2}$/, like: "111 20" },
  SI: { name: "Slovenia", postcode: FOUR, like: "1000" },
  SK: { name: "Slovakia", postcode: /^\d{3} ?\d{2}$/, like: "811 01" },
  TW: { name: "Taiwan", postcode: /^\d{3}(\d{2,3})?$/, like: "100" },
  US: { name: "the United States", postcode: /^\d{5}(-\d{4})?$/, like: "10001", hasState: true },
};

/** The countries whose addresses we know the form of. */
export const addressCountries: readonly string[] = Object.keys(FORMS);

/** A part of an address that is missing or has another form. */
export interface AddressFault {
  readonly part: "postcode" | "state";
  readonly code: string;
  readonly says: string;
}

interface Told {
  readonly postcode?: string;
  readonly state?: string;
}

/**
 * The first part of an address that its country's post could not work with. Of a country we do not know
 * nothing is asked. Pure.
 */
export function addressFault(country: string, { postcode, state }: Told): AddressFault | undefined {
  const form = FORMS[country];
  if (form === undefined) {
    return undefined;
  }
  if (form.postcode !== undefined && postcode === undefined) {
    const says = `An address of ${form.name} needs a postcode, such as ${form.like}.`;
    return { part: "postcode", code: "postcode_missing", says };
  }
  if (form.postcode !== undefined && !form.postcode.test(postcode?.trim() ?? "")) {
    const says = `Postcodes of ${form.name} look like ${form.like}.`;
    return { part: "postcode", code: "postcode_form", says };
  }
  return form.hasState === true && (state ?? "").trim() === ""
    ? {
        part: "state",
        code: "state_missing",
        says: `An address of ${form.name} needs its state or province.`,
      }
    : undefined;
}
