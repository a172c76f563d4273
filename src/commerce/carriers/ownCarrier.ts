import type { Carrier } from "./carrier.ts";
import { testCarrier } from "./testCarrier.ts";

/** Who takes our parcels, by name. */
const carriers: ReadonlyMap<string, Carrier> = new Map([[testCarrier.name, testCarrier]]);

/** The carrier that parcels are booked with. */
export const ownCarrier: Carrier = testCarrier;

/** The carrier of a parcel; undefined where we have none of that name any more. */
export function carrierNamed(name: string): Carrier | undefined {
  return carriers.get(name);
}
