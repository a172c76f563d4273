import { type Static, Type } from "typebox";
import { claimId } from "../../claims/index.ts";
import { Instant, shape } from "../../platform/index.ts";
import { afterOpenTime, type OpenCalendar, openTimeBetween } from "./openTime.ts";
import { type Promised, promises, type Span } from "./spansOf.ts";

export const clockStates = ["running", "paused", "met", "ended"] as const;
export type ClockState = (typeof clockStates)[number];

/** When a clock warns, when its promise is broken, when it is for who stands above: shares of its time. */
const TIERS = { warn: 0.75, due: 1, escalate: 1.5 } as const;

/** What a clock goes by, fixed when it starts. */
export interface ClockRule {
  readonly centreId: string | null;
  readonly openMinutes: number;
  readonly ruleVersion: number;
  readonly calendar: OpenCalendar;
}

/** Where a clock stands. */
export interface ClockStand {
  readonly state: ClockState;
  readonly spentSeconds: number;
  readonly resumedAt: Temporal.Instant | null;
  readonly warnAt: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant | null;
  readonly escalateAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
}

/** A clock of a case. */
export interface Clock extends ClockRule, ClockStand {
  readonly deviceId: string;
  readonly claimNo: number;
  readonly no: number;
  readonly promise: Promised;
  readonly startedAt: Temporal.Instant;
  readonly warnedAt: Temporal.Instant | null;
  readonly brokenAt: Temporal.Instant | null;
  readonly escalatedAt: Temporal.Instant | null;
}

/** Where a promise stands by what it goes by: its opening time, and nothing that was changed since. Pure. */
export function standOf(
  span: Span,
  { calendar, openMinutes }: Pick<ClockRule, "calendar" | "openMinutes">,
): ClockStand {
  let spent = 0;
  let from: Temporal.Instant | undefined = span.startedAt;
  for (const pause of span.pauses) {
    spent += from === undefined ? 0 : openTimeBetween(calendar, from, pause.from);
    from = pause.to;
  }
  const none = { resumedAt: null, warnAt: null, dueAt: null, escalateAt: null };
  if (span.end !== undefined) {
    spent += from === undefined ? 0 : openTimeBetween(calendar, from, span.end.at);
    return { ...none, state: span.end.as, spentSeconds: Math.round(spent), endedAt: span.end.at };
  }
  const spentSeconds = Math.round(spent);
  if (from === undefined) {
    return { ...none, state: "paused", spentSeconds, endedAt: null };
  }
  const resumedAt = from;
  const at = (share: number) =>
    afterOpenTime(calendar, resumedAt, Math.max(0, openMinutes * 60 * share - spentSeconds));
  const tiers = { warnAt: at(TIERS.warn), dueAt: at(TIERS.due), escalateAt: at(TIERS.escalate) };
  return { state: "running", spentSeconds, resumedAt, ...tiers, endedAt: null };
}

/** A clock as the bench sees it. */
export const ClockShape = shape({
  claimId: Type.String(),
  no: Type.Integer(),
  promise: Type.Enum([...promises]),
  state: Type.Enum([...clockStates]),
  centreId: Type.Optional(Type.String()),
  /** What was promised and what is used of it, in minutes of opening time. */
  openMinutes: Type.Integer(),
  spentMinutes: Type.Integer(),
  startedAt: Instant,
  /** When it is broken, while it runs. */
  dueAt: Type.Optional(Instant),
  warnedAt: Type.Optional(Instant),
  brokenAt: Type.Optional(Instant),
  escalatedAt: Type.Optional(Instant),
  endedAt: Type.Optional(Instant),
});
export type ClockShape = Static<typeof ClockShape>;

/** The outside form of a clock. */
export function toClock(clock: Clock): ClockShape {
  const { deviceId, claimNo, no, promise, state, centreId, openMinutes, spentSeconds, startedAt } = clock;
  const { dueAt, warnedAt, brokenAt, escalatedAt, endedAt } = clock;
  const instants = Object.entries({ dueAt, warnedAt, brokenAt, escalatedAt, endedAt });
  return {
    ...{ claimId: claimId({ deviceId, no: claimNo }), no, promise, state, openMinutes },
    ...(centreId === null ? {} : { centreId: `cen_${centreId}` }),
    ...{ spentMinutes: Math.floor(spentSeconds / 60), startedAt: startedAt.toString() },
    ...Object.fromEntries(instants.flatMap(([name, at]) => (at === null ? [] : [[name, at.toString()]]))),
  };
}
