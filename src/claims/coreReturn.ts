import { type DeviceRecord, deviceFacts } from "../contracts/index.ts";
import type { Hold, ReturnAnswer } from "../money/index.ts";
import type { Money } from "../platform/index.ts";
import type { Facts, Receipt, Terms } from "../terms/index.ts";
import type { Claim } from "./claim.ts";
import { caseOf, claimFacts } from "./claimFacts.ts";

/** What is decided about when an old device is awaited, or has come. */
export interface CoreCase {
  readonly claim: Claim;
  readonly record: DeviceRecord;
  readonly terms: Terms;
  readonly hold: Pick<Hold, "amountMinor" | "currency" | "remindedAt" | "authorisations">;
  readonly shippedAt: Temporal.Instant | null;
}

/** What came, all parcels together. */
export interface CoreTold {
  readonly cameAt: Temporal.Instant;
  readonly serial: string;
  readonly parts: readonly string[];
  readonly isForeign: boolean;
  readonly extraDamage: Money | undefined;
}

/** When the old device must be back, when its owner is reminded, and what follows when it does not come. */
export interface CoreTimes {
  readonly dueAt: Temporal.Instant;
  readonly remindAt: Temporal.Instant | undefined;
  readonly lateAnswer: ReturnAnswer;
  readonly captureMinor: number | null;
}

/** Where the terms ask for the old device and do not say until when. */
const SILENT_DAYS = 30;

/** What the terms say of an old device at an instant. Pure. */
export function decideReturn(core: CoreCase, told: CoreTold | undefined, at: Temporal.Instant): Receipt {
  return core.terms.decide("return", returnFacts(core, told, at));
}

/**
 * The times of an old device, from when its replacement left. The reminder is due when the answer first says
 * so: it is searched for to the second. Pure.
 */
export function coreTimes(core: CoreCase, shippedAt: Temporal.Instant): CoreTimes {
  const waiting = { ...core, shippedAt, hold: { ...core.hold, remindedAt: null } };
  const at = (when: Temporal.Instant): Receipt => decideReturn(waiting, undefined, when);
  const by = at(shippedAt).returns?.by;
  const dueAt =
    typeof by === "string" ? Temporal.Instant.from(by) : shippedAt.add({ hours: 24 * SILENT_DAYS });
  const late = at(dueAt.add({ seconds: 1 }));
  const isDue = (when: Temporal.Instant) => at(when).outcome === "remind";
  const last = dueAt.subtract({ seconds: 1 });
  return {
    dueAt,
    remindAt: isDue(last) ? firstThat(isDue, shippedAt, last) : undefined,
    lateAnswer: answerOf(late),
    captureMinor: late.fee?.amount ?? null,
  };
}

/** A receipt of the decision `return`, as a hold is told of it. What is not settled is for a person. */
export function answerOf({ outcome }: Pick<Receipt, "outcome">): ReturnAnswer {
  switch (outcome) {
    case "release":
    case "capture":
      return outcome;
    case "ask":
    case "remind":
      return "ask";
    default:
      return "review";
  }
}

/** The first second at which something holds that holds at the end. */
function firstThat(
  holds: (at: Temporal.Instant) => boolean,
  from: Temporal.Instant,
  to: Temporal.Instant,
): Temporal.Instant {
  let low = Math.floor(from.epochMilliseconds / 1000);
  let high = Math.floor(to.epochMilliseconds / 1000);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(Temporal.Instant.fromEpochMilliseconds(middle * 1000))) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return Temporal.Instant.fromEpochMilliseconds(high * 1000);
}

function returnFacts(
  { claim, record, hold, shippedAt }: CoreCase,
  told: CoreTold | undefined,
  at: Temporal.Instant,
): Facts {
  const facts = claimFacts(record, caseOf(claim), at);
  const heldAt = hold.authorisations.findLast(
    ({ state }) => state !== "asked" && state !== "failed",
  )?.askedAt;
  return {
    ...facts,
    // The replacement wears the device's serial now; what must come back is the unit of the claim.
    device: { ...deviceFacts(record), serial: claim.serial },
    claim: {
      ...(facts.claim as object),
      shippedAt: shippedAt?.toString() ?? "never",
      hold: { amount: hold.amountMinor, currency: hold.currency },
      remindedAt: hold.remindedAt?.toString() ?? "never",
      returnedAt: told?.cameAt.toString() ?? "never",
      ...(heldAt === undefined ? {} : { heldAt: heldAt.toString() }),
      ...(told === undefined
        ? {}
        : {
            returnedSerial: told.serial,
            returnedForeign: told.isForeign,
            returnedParts: told.parts,
            extraDamage: told.extraDamage ?? "none",
          }),
    },
  };
}
