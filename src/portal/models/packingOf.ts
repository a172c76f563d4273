import type { ClaimPage } from "../../service/index.ts";
import type { Packing } from "../parts/packing.ts";
import { countryName } from "./countries.ts";
import { visitToCome } from "./visitModel.ts";

const restAtHome = ["controller", "memory-card", "accessories"];

/** What to send: all that the terms ask back, or what of it was missing from the parcels so far. */
export function packingOf({ claim, expectedParts, intakes, sendTo, appointment }: ClaimPage): Packing {
  const { what, by: sendBy } = claim.next;
  const arrived = new Set(intakes.flatMap(({ parts }) => parts));
  const missing = expectedParts.filter((part) => !arrived.has(part));
  const isBrought = claim.channel === "swift" && what === "send";
  const visit = isBrought ? visitToCome(appointment) : undefined;
  if (visit !== undefined) {
    const { name, address, country } = visit.centre;
    const to = [name, address.line1, `${address.postcode} ${address.city}`, countryName(country)];
    return { send: missing, keep: restAtHome, to, isBrought };
  }
  const to = sendTo && [sendTo.name, sendTo.street, sendTo.town, countryName(sendTo.country)];
  return {
    send: missing,
    keep: what === "send_rest" ? [] : restAtHome,
    to,
    sendBy,
    isBrought,
    choose: `/cases/${claim.id}/visit`,
    ...(isBrought ? {} : { steps: `/cases/${claim.id}/pack` }),
  };
}
