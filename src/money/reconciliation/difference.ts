import { type Static, Type } from "typebox";
import { Instant, publicId, shape } from "../../platform/index.ts";
import { type CauseName, causeNames, causeOf } from "./causes.ts";
import { type PartyKind, partyKinds } from "./comparison.ts";

/** Something that is not the same there and here. */
export interface Difference {
  readonly differenceId: string;
  readonly kind: PartyKind;
  readonly party: string;
  readonly cause: CauseName;
  readonly state: "open" | "explained" | "posted" | "settled";
  readonly lineId: string | null;
  readonly ourKey: string | null;
  readonly amountMinor: number;
  readonly currency: string | null;
  readonly detail: string;
  readonly foundAt: Temporal.Instant;
  readonly askedBy: string | null;
  readonly askedAs: "accept" | "post" | null;
  readonly askedWhy: string | null;
  readonly endedAt: Temporal.Instant | null;
  readonly endedBy: string | null;
  readonly endReason: string | null;
  readonly postedRoot: string | null;
  readonly postedSource: string | null;
}

const Text = Type.Union([Type.String(), Type.Null()]);

/** The states of a difference. */
export const differenceStates = ["open", "explained", "posted", "settled"] as const;

/** A difference as it is shown. `canPost`: what can be posted for it, where something can. */
export const DifferenceSchema = shape({
  id: Type.String(),
  kind: Type.Enum([...partyKinds, "own"]),
  party: Type.String(),
  cause: Type.Enum(causeNames),
  state: Type.Enum([...differenceStates]),
  says: Type.String(),
  next: Type.String(),
  amount: Type.Union([shape({ amount: Type.Integer(), currency: Type.String() }), Type.Null()]),
  detail: Type.String(),
  /** A line of their report, and what we call ours: an id of a charge, a try's key. */
  lineId: Text,
  ours: Text,
  foundAt: Instant,
  canPost: Type.Boolean(),
  /** Who asked for it to be settled, and how; a second person agrees. */
  asked: Type.Union([
    shape({ by: Type.String(), action: Type.Enum(["accept", "post"]), reason: Type.String() }),
    Type.Null(),
  ]),
  endedAt: Type.Union([Instant, Type.Null()]),
  endedBy: Text,
  reason: Text,
  /** What was posted for it. */
  posted: Type.Union([shape({ rootId: Type.String(), source: Type.String() }), Type.Null()]),
});

/** A difference as it is shown. */
export function differenceView(row: Difference): Static<typeof DifferenceSchema> {
  const { differenceId, kind, party, cause, state, amountMinor, currency, detail, lineId, ourKey } = row;
  const { askedBy, askedAs, askedWhy, postedRoot, postedSource } = row;
  const { says, next, ...about } = causeOf(cause);
  const isAsked = askedBy !== null && askedAs !== null && askedWhy !== null;
  return {
    ...{
      id: publicId("dif", differenceId),
      kind,
      party,
      cause,
      state,
      says,
      next,
      detail,
      lineId,
      ours: ourKey,
    },
    amount: currency === null ? null : { amount: amountMinor, currency },
    foundAt: row.foundAt.toString(),
    canPost: state === "open" && about.correction !== undefined,
    asked: isAsked ? { by: askedBy, action: askedAs, reason: askedWhy } : null,
    ...{ endedAt: row.endedAt?.toString() ?? null, endedBy: row.endedBy, reason: row.endReason },
    posted:
      postedRoot === null || postedSource === null ? null : { rootId: postedRoot, source: postedSource },
  };
}
