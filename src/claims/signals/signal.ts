import { type Static, Type } from "typebox";
import { Instant, shape } from "../../platform/index.ts";

/**
 * What can be odd about a case. `serial_reuse`: this unit was in another case before. `image_reuse`: a photo
 * looks like one of another case. `soon_after_binding`: it happened soon after the plan was bound.
 * `activity_after_loss`: the lost unit was seen alive. `velocity`: many devices of one person, soon.
 */
export const signalKinds = [
  "serial_reuse",
  "image_reuse",
  "soon_after_binding",
  "activity_after_loss",
  "velocity",
] as const;
export type SignalKind = (typeof signalKinds)[number];

/** A hint of one kind, as it is raised: what it is about, how much it weighs, and what it rests on. */
export interface SignalRaised {
  readonly kind: SignalKind;
  /** Within its kind: the same is raised once. */
  readonly about: string;
  /** From 1, a coincidence, to 5. */
  readonly weight: number;
  /** The figures its reason is told with. */
  readonly told: Readonly<Record<string, string | number>>;
  /** Ids of what it rests on: claims, contracts, evidence. */
  readonly restsOn: readonly string[];
}

/** A signal of a case, numbered within it. */
export interface Signal extends SignalRaised {
  readonly no: number;
  readonly raisedAt: Temporal.Instant;
  readonly seenBy: string | null;
  readonly seenAt: Temporal.Instant | null;
  readonly note: string | null;
}

/** A signal as the programme's people see it. Nobody else does. */
export const SignalShape = shape({
  no: Type.Integer({ minimum: 1 }),
  kind: Type.Enum([...signalKinds]),
  weight: Type.Integer({ minimum: 1, maximum: 5 }),
  told: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  restsOn: Type.Array(Type.String()),
  raisedAt: Instant,
  /** Who has looked at it, and what they make of it. */
  seenBy: Type.Optional(Type.String()),
  seenAt: Type.Optional(Instant),
  note: Type.Optional(Type.String()),
});
export type SignalShape = Static<typeof SignalShape>;

export function toSignal({ no, kind, weight, told, restsOn, ...seen }: Signal): SignalShape {
  const { raisedAt, seenBy, seenAt, note } = seen;
  return {
    ...{ no, kind, weight, told: { ...told }, restsOn: [...restsOn], raisedAt: raisedAt.toString() },
    ...(seenBy === null ? {} : { seenBy }),
    ...(seenAt === null ? {} : { seenAt: seenAt.toString() }),
    ...(note === null ? {} : { note }),
  };
}
