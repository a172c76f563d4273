import type { CentreAddress } from "../../platform/index.ts";

const escaped = (text: string): string =>
  text.replace(/[\\,;]/g, (letter) => `\\${letter}`).replace(/\n/g, "\\n");

/** The centre as a vCard 4 (RFC 6350): name and postal address. */
export function vCardOf({ name, street, town, country }: CentreAddress): string {
  const [, postcode = "", city = town] = /^(\S*\d\S*)\s+(.+)$/.exec(town) ?? [];
  const address = ["", "", street, city, "", postcode, country].map(escaped).join(";");
  const lines = ["BEGIN:VCARD", "VERSION:4.0", "KIND:org", `FN:${escaped(name)}`];
  return [...lines, `ORG:${escaped(name)}`, `ADR;TYPE=work:${address}`, "END:VCARD", ""].join("\r\n");
}
