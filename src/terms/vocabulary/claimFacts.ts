import type { FactInfo } from "../factTypes.ts";
import { fact, identity, instant, money, number, parts, region, word, yesNo } from "./fact.ts";

/** What is asked for, and what came back. */
export const claimFacts: readonly FactInfo[] = [
  fact("claim.at", instant, "system 1", "the claim", (c) => c.claim.at),
  fact("claim.region", region, "owner 2", "the region of the claim", (c) => c.claim.region),
  fact(
    "claim.currency",
    { type: "currency" },
    "owner 2",
    "the currency of the claim",
    (c) => c.claim.currency,
  ),
  fact(
    "claim.channel",
    word("online quick swift walk-in"),
    "owner 2",
    "the service channel",
    (c) => c.claim.channel,
  ),
  fact(
    "claim.wants",
    word("replacement repair cash send-back"),
    "owner 2",
    "what the customer wants",
    (c) => c.claim.wants,
  ),
  fact("claim.returnedParts", parts, "technician 3", "the parts sent back", (c) => c.claim.returnedParts),
  fact(
    "claim.returnedSerial",
    identity,
    "technician 3",
    "the serial number sent back",
    (c) => c.claim.returnedSerial,
  ),
  fact("claim.returnedAt", instant, "system 1", "the return of the parts", (c) => c.claim.returnedAt),
  fact("claim.shippedAt", instant, "system 1", "the shipment", (c) => c.claim.shippedAt),
  fact("claim.quotedAt", instant, "system 1", "the quotation", (c) => c.claim.quotedAt),
  fact("claim.paidAt", instant, "system 1", "the payment", (c) => c.claim.paidAt),
  fact("claim.quote", money, "technician 3", "the quotation for the repair", (c) => c.claim.quote),
  fact("claim.stock", word("same substitute"), "system 1", "the units in stock", (c) => c.claim.stock),
  fact("claim.returnedShare", number, "technician 3", "how much came back", (c) => c.claim.returnedShare),
  fact(
    "claim.returnedForeign",
    yesNo,
    "technician 3",
    "whether a product of another maker came back",
    (c) => c.claim.returnedForeign,
  ),
  fact("claim.extraDamage", money, "technician 5", "damage that is not covered", (c) => c.claim.extraDamage),
  fact("claim.hold", money, "provider 1", "the hold on the card", (c) => c.claim.hold),
  fact("claim.heldAt", instant, "provider 1", "the authorisation of the hold", (c) => c.claim.heldAt),
  fact("claim.remindedAt", instant, "system 1", "the reminder", (c) => c.claim.remindedAt),
];
