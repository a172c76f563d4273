import assert from "node:assert/strict";
import { type Static, Type } from "typebox";
import type { Contract, DeviceRecord } from "../contracts/index.ts";
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

/** Whose case it is: the holder of the contract it falls under, else of the newest there is. */
export function holderOf({ contracts }: DeviceRecord, contract: Contract | undefined): string {
  const held = contract ?? contracts.at(-1);
  assert(held !== undefined, "a device whose terms are known had a contract");
  return held.holderId;
}

/** Who reports a claim, and when they are written down: what names them may be sent before that is known. */
export interface Reporter {
  readonly reporterId: string;
  readonly isWritten: Promise<void>;
}

/**
 * Who reports a claim: somebody who is written down; with an address for this claim they are written down
 * anew, so that the old one stands. Wait for `isWritten` together with what is sent next.
 */
export function reporterOf(
  tx: Tx,
  personId: string,
  address: Static<typeof AddressBody> | undefined,
): Reporter {
  if (address === undefined) {
    return { reporterId: personId, isWritten: Promise.resolve() };
  }
  const { country, ...postal } = address;
  const { personId: reporterId, isWritten } = createPersonElsewhere(tx, personId, {
    country,
    address: postal,
  });
  return { reporterId, isWritten };
}
