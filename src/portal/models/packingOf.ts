import type { ClaimPage } from "../../service/index.ts";
import type { Packing } from "../parts/packing.ts";
import { countryName } from "./countries.ts";

const restAtHome = ["controller", "memory-card", "accessories"];

/** What to send: all that the terms ask back, or what of it was missing from the parcels so far. */
export function packingOf({ claim, expectedParts, intakes, sendTo }: ClaimPage): Packing {
  const { what, by: sendBy } = claim.next;
  const arrived = new Set(intakes.flatMap(({ parts }) => parts));
  const missing = expectedParts.filter((part) => !arrived.has(part));
  const isBrought = claim.channel === "swift" && what === "send";
  const to = sendTo && [sendTo.name, sendTo.street, sendTo.town, countryName(sendTo.country)];
  return { send: missing, keep: what === "send_rest" ? [] : restAtHome, to, sendBy, isBrought };
}
