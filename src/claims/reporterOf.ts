import { type Static, Type } from "typebox";
import { createPersonElsewhere } from "../identity/index.ts";
import { Country, line, shape, type Tx } from "../platform/index.ts";

/** Where the unit goes back to. */
export const AddressBody = shape({
  line1: line(120),
  line2: Type.Optional(line(120)),
  postcode: line(16),
  city: line(80),
  country: Country,
});

/**
 * Who reports a claim: somebody who is written down; with an address for this claim they are written down
 * anew, so that the old one stands.
 */
export async function reporterOf(
  tx: Tx,
  personId: string,
  address: Static<typeof AddressBody> | undefined,
): Promise<string> {
  if (address === undefined) {
    return personId;
  }
  const { country, ...postal } = address;
  return await createPersonElsewhere(tx, personId, { country, address: postal });
}
