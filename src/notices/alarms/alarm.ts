/** What somebody of ours is told of: the tiers of a promise, and clips nobody has looked at in time. */
export const alarmKinds = [
  ...(["promise_near", "promise_broken", "promise_escalated"] as const),
  "verification_late",
] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/**
 * waiting -> gathered (it stands in a letter) | needless | unaddressed (nobody is named) | paused (its owner
 * has the ball); the last two are looked at again.
 */
export const alarmStates = ["waiting", "gathered", "needless", "unaddressed", "paused"] as const;
export type AlarmState = (typeof alarmStates)[number];

/** Why nobody is told of it any more, or not now. */
export const alarmWhys = [
  ...(["met", "owner_has_ball", "ended", "answered"] as const),
  ...(["before_letters", "nobody_named"] as const),
] as const;
export type AlarmWhy = (typeof alarmWhys)[number];

/** Which one: there is one of each tier of each clock. */
export interface AlarmKey {
  readonly rootId: string;
  readonly kind: AlarmKind;
  /** Of a promise case and clock, `1/2`; of a verification its number and submission. */
  readonly subject: string;
}

/** One as it waits. */
export interface Alarm extends AlarmKey {
  readonly at: Temporal.Instant;
  readonly state: AlarmState;
}

interface Raised {
  readonly kind: AlarmKind;
  /** The members of the event's body that say what it is about. */
  readonly of: readonly [string, string];
}

const promise = ["claimNo", "clockNo"] as const;

/** Which events raise one. */
export const raisedBy: Readonly<Record<string, Raised>> = {
  PromiseNear: { kind: "promise_near", of: promise },
  PromiseBroken: { kind: "promise_broken", of: promise },
  PromiseEscalated: { kind: "promise_escalated", of: promise },
  VerificationLate: { kind: "verification_late", of: ["verificationNo", "submission"] },
};

/** The two numbers of a subject. */
export function numbersOf({ subject }: Pick<AlarmKey, "subject">): readonly [number, number] {
  const [one = 0, other = 0] = subject.split("/").map(Number);
  return [one, other];
}

/** A name by which alarms are told apart. */
export function nameOf({ rootId, kind, subject }: AlarmKey): string {
  return `${rootId} ${kind} ${subject}`;
}
