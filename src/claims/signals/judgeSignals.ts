import { claimId } from "../claim.ts";
import type { SignalRaised } from "./signal.ts";

/** Another case, as far as it says something about this one. */
export interface OtherCase {
  readonly deviceId: string;
  readonly no: number;
  readonly serial: string;
  readonly state: string;
  readonly route: string | null;
  /** The whole unit was reported lost or stolen. */
  readonly isGone: boolean;
  readonly openedAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
}

/** What is known of a case and around it. */
export interface SignalFacts {
  readonly claim: Pick<OtherCase, "deviceId" | "no" | "serial" | "openedAt">;
  /** When it happened; of a day alone its end. */
  readonly happenedAt: Temporal.Instant;
  /** The plan it was opened under: its id and when the device was bound to it first. */
  readonly bound: { readonly contract: string; readonly at: Temporal.Instant } | undefined;
  /** Earlier cases of the same device. */
  readonly earlier: readonly OtherCase[];
  /** Cases in which this unit came back as the old device of another. */
  readonly cameBackIn: readonly Pick<OtherCase, "deviceId" | "no">[];
  /** Photos of other cases that look like one of this. */
  readonly alike: readonly LookAlike[];
  /** Cases of the same person in the last thirty days, the newest of each device. */
  readonly ofPerson: readonly Pick<OtherCase, "deviceId" | "no">[];
}

export interface LookAlike {
  readonly evidenceNo: number;
  readonly otherDeviceId: string;
  readonly otherClaimNo: number;
  readonly otherNo: number;
  /** Whether the other case ended without anything being done for its owner. */
  readonly otherCameToNothing: boolean;
  /** How many of 64 bits differ. */
  readonly bits: number;
}

/** How soon is soon, in hours; how many devices of one person in thirty days are many. */
const SOON_HOURS = 72;
const MANY_DEVICES = 4;
/** Days in which a unit that was repaired should not come again. */
const AGAIN_DAYS = 90;

/**
 * What is odd about a case. A second swap within the plan is not: its unit is another one. A case that was
 * reported again after nothing came of it is not: it is its own follow-up, with its own photos. Pure.
 */
export function judgeSignals(facts: SignalFacts): SignalRaised[] {
  return [
    ...serialReuse(facts),
    ...imageReuse(facts),
    ...soonAfterBinding(facts),
    ...aliveAfterLoss(facts),
    ...velocity(facts),
  ];
}

function serialReuse({ claim, earlier, cameBackIn }: SignalFacts): SignalRaised[] {
  const back = cameBackIn
    .filter((other) => other.deviceId !== claim.deviceId || other.no !== claim.no)
    .map((other) => claimId(other))
    .map((id): SignalRaised => raised("serial_reuse", id, 4, { serial: claim.serial }, [id]));
  const again = earlier
    .filter((other) => other.serial === claim.serial && wasServed(other) && isWithin(other, claim))
    .map((other) => claimId(other))
    .map((id): SignalRaised => raised("serial_reuse", id, 1, { serial: claim.serial }, [id]));
  return [...back, ...again];
}

/** Something was done for its owner, whether on the plan or not. */
function wasServed({ state, route }: OtherCase): boolean {
  return state === "closed" && route !== null && route !== "return";
}

function isWithin({ closedAt }: OtherCase, { openedAt }: SignalFacts["claim"]): boolean {
  return closedAt !== null && openedAt.since(closedAt).total("hours") <= AGAIN_DAYS * 24;
}

function imageReuse({ claim, alike }: SignalFacts): SignalRaised[] {
  return alike
    .filter((other) => other.otherDeviceId !== claim.deviceId || !other.otherCameToNothing)
    .map((other) => {
      const { evidenceNo, otherDeviceId, otherClaimNo, otherNo, bits } = other;
      const id = claimId({ deviceId: otherDeviceId, no: otherClaimNo });
      const about = `${evidenceNo} ${id} ${otherNo}`;
      return raised("image_reuse", about, bits === 0 ? 5 : 4, { photo: evidenceNo, other: otherNo, bits }, [
        id,
      ]);
    });
}

function soonAfterBinding({ happenedAt, bound }: SignalFacts): SignalRaised[] {
  if (bound === undefined) {
    return [];
  }
  const hours = Math.floor(happenedAt.since(bound.at).total("hours"));
  return hours < 0 || hours >= SOON_HOURS
    ? []
    : [raised("soon_after_binding", bound.contract, hours < 24 ? 3 : 2, { hours }, [bound.contract])];
}

/** The unit was reported lost in an earlier case, and now it is the one that is broken. */
function aliveAfterLoss({ claim, earlier }: SignalFacts): SignalRaised[] {
  return earlier
    .filter((other) => other.isGone && other.serial === claim.serial)
    .map((other) => claimId(other))
    .map((id) => raised("activity_after_loss", id, 4, { serial: claim.serial }, [id]));
}

function velocity({ claim, ofPerson }: SignalFacts): SignalRaised[] {
  const others = ofPerson.filter((other) => other.deviceId !== claim.deviceId);
  const devices = new Set(others.map(({ deviceId }) => deviceId)).size + 1;
  return devices < MANY_DEVICES
    ? []
    : [raised("velocity", "person", devices < MANY_DEVICES * 2 ? 1 : 3, { devices }, others.map(claimId))];
}

function raised(
  kind: SignalRaised["kind"],
  about: string,
  weight: number,
  told: SignalRaised["told"],
  restsOn: readonly string[],
): SignalRaised {
  return { kind, about, weight, told, restsOn };
}
