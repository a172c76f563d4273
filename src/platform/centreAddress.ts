/** Where owners send their devices. `country` is two letters of ISO 3166. */
export interface CentreAddress {
  readonly name: string;
  readonly street: string;
  /** With the postcode, in the order of the country. */
  readonly town: string;
  readonly country: string;
}

/** Stands in a sandbox for the address that is not set: a street that cannot be mistaken for one. */
export const SAMPLE_CENTRE: CentreAddress = {
  name: "Sample service centre",
  street: "1 Sample Street",
  town: "00000 Sampletown",
  country: "DE",
};

/** Reads `name; street; town; country`, which the settings have checked. */
export function readCentreAddress(text: string): CentreAddress {
  const [name = "", street = "", town = "", country = ""] = text.split(";").map((part) => part.trim());
  return { name, street, town, country };
}
