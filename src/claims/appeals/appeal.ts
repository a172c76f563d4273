import { type Static, Type } from "typebox";
import { Instant, publicId, ReceiptSchema, shape } from "../../platform/index.ts";
import type { Facts, Receipt } from "../../terms/index.ts";
import { type AppealState, appealStates, claimId } from "../claim.ts";

/** What the answer should have been, as an example for the terms says it. */
export const rightOutcomes = ["statutory", "warranty", "plan", "paid", "goodwill"] as const;
export type RightOutcome = (typeof rightOutcomes)[number];

/** Some sentences of a person: lines and no other control characters. */
export const SaidText = Type.String({
  minLength: 10,
  maxLength: 2000,
  pattern: "^[^\\u0000-\\u0009\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
});

/** One appeal against a decision of a case. Numbered within its device. */
export interface Appeal {
  readonly deviceId: string;
  readonly no: number;
  readonly claimNo: number;
  /** Which of the case's decisions is contested. */
  readonly decisionNo: number;
  readonly state: AppealState;
  readonly reason: string;
  /** What the contested decision was made from, in the names of the vocabulary. */
  readonly facts: Facts;
  readonly receipt: Receipt;
  readonly askedBy: string;
  readonly askedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly decidedBy: string | null;
  readonly decidedAt: Temporal.Instant | null;
  readonly says: string | null;
  readonly shouldBe: RightOutcome | null;
  /** The deadlines it put away, by kind; null where that was not kept. */
  readonly frozen: Readonly<Partial<Record<string, string>>> | null;
}

/** An appeal as everybody sees it; who decided it only the programme's own people. */
export const AppealShape = shape({
  id: Type.String(),
  claimId: Type.String(),
  state: Type.Enum([...appealStates]),
  /** Why its owner contests the decision. */
  reason: Type.String(),
  receipt: ReceiptSchema,
  askedAt: Instant,
  /** By when it is decided. */
  dueAt: Instant,
  decidedAt: Type.Optional(Instant),
  /** What its owner reads of the outcome. */
  says: Type.Optional(Type.String()),
  shouldBe: Type.Optional(Type.Enum([...rightOutcomes])),
  askedBy: Type.Optional(Type.String()),
  decidedBy: Type.Optional(Type.String()),
});
export type AppealShape = Static<typeof AppealShape>;

/** `apl_<device>_<no>`. */
export function appealId({ deviceId, no }: Pick<Appeal, "deviceId" | "no">): string {
  return publicId("apl", deviceId, no);
}

/** The outside form of an appeal; for owners without who did what. */
export function toAppeal(appeal: Appeal, isOwner: boolean): AppealShape {
  const { deviceId, claimNo, state, reason, askedAt, dueAt, says, shouldBe } = appeal;
  const { decidedAt, decidedBy, askedBy, receipt } = appeal;
  return {
    id: appealId(appeal),
    claimId: claimId({ deviceId, no: claimNo }),
    ...{ state, reason },
    receipt: receipt as unknown as AppealShape["receipt"],
    askedAt: askedAt.toString(),
    dueAt: dueAt.toString(),
    ...(decidedAt === null ? {} : { decidedAt: decidedAt.toString() }),
    ...(says === null ? {} : { says }),
    ...(shouldBe === null || isOwner ? {} : { shouldBe }),
    ...(isOwner ? {} : { askedBy }),
    ...(isOwner || decidedBy === null ? {} : { decidedBy }),
  };
}
