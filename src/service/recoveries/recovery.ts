import { type Static, Type } from "typebox";
import { Instant, Money, publicId, shape } from "../../platform/index.ts";
import type { RecoveryLine } from "./recoveriesOf.ts";

/**
 * It is due; sent; accepted whole, in part or not at all, or not answered and given up; paid. What was not
 * sent in time has lapsed.
 */
export const recoveryStates = [
  ...(["due", "sent", "accepted", "partly", "refused", "lapsed", "paid"] as const),
] as const;
export type RecoveryState = (typeof recoveryStates)[number];

/** What a supplier owes us for a defect that a case put right. */
export interface Recovery {
  readonly deviceId: string;
  readonly no: number;
  readonly claimNo: number;
  readonly supplier: string;
  readonly supplierName: string;
  readonly serial: string;
  readonly model: string;
  readonly programme: string;
  readonly region: string;
  readonly zone: string;
  readonly state: RecoveryState;
  readonly currency: string;
  readonly amountMinor: number;
  readonly lines: readonly RecoveryLine[];
  readonly answerDays: number;
  readonly madeAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly pack: Readonly<Record<string, unknown>> | null;
  readonly sentAt: Temporal.Instant | null;
  readonly contactId: string | null;
  readonly answerDueAt: Temporal.Instant | null;
  readonly answeredAt: Temporal.Instant | null;
  readonly acceptedMinor: number | null;
  readonly reference: string | null;
  readonly reason: string | null;
  readonly paidAt: Temporal.Instant | null;
  readonly creditId: string | null;
}

const At = Type.Union([Instant, Type.Null()]);
const Text = Type.Union([Type.String(), Type.Null()]);

/** A recovery as it is shown. */
export const RecoverySchema = shape({
  id: Type.String(),
  claimId: Type.String(),
  supplier: Type.String(),
  supplierName: Type.String(),
  serial: Type.String(),
  model: Type.String(),
  programme: Type.String(),
  region: Type.String(),
  state: Type.Enum([...recoveryStates]),
  amount: Money,
  /** Of one that was answered. */
  accepted: Type.Union([Money, Type.Null()]),
  madeAt: Instant,
  /** The first instant at which it is too late: to send it, then to answer it. Null once it was answered. */
  dueAt: At,
  sentAt: At,
  answeredAt: At,
  paidAt: At,
  creditId: Text,
  reference: Text,
  reason: Text,
  lines: Type.Array(shape({ what: Type.String(), finding: Type.Integer(), amount: Money })),
});
export type RecoveryView = Static<typeof RecoverySchema>;

/** `rcv_<device>_<no>`. */
export function recoveryId({ deviceId, no }: Pick<Recovery, "deviceId" | "no">): string {
  return publicId("rcv", deviceId, no);
}

/** A recovery as it is shown. */
export function recoveryView(recovery: Recovery): RecoveryView {
  const { deviceId, claimNo, supplier, supplierName, serial, model, programme, region, state } = recovery;
  const { currency, amountMinor, acceptedMinor, reference, reason, creditId } = recovery;
  const due = { due: recovery.dueAt, sent: recovery.answerDueAt } as const;
  return {
    ...{ id: recoveryId(recovery), claimId: publicId("clm", deviceId, claimNo), supplier, supplierName },
    ...{ serial, model, programme, region, state, reference, reason },
    amount: { amount: amountMinor, currency },
    accepted: acceptedMinor === null ? null : { amount: acceptedMinor, currency },
    madeAt: recovery.madeAt.toString(),
    dueAt: state === "due" || state === "sent" ? (due[state]?.toString() ?? null) : null,
    sentAt: recovery.sentAt?.toString() ?? null,
    answeredAt: recovery.answeredAt?.toString() ?? null,
    paidAt: recovery.paidAt?.toString() ?? null,
    creditId: creditId === null ? null : publicId("crd", creditId),
    lines: recovery.lines.map(({ what, finding, amountMinor: amount }) => ({
      ...{ what, finding, amount: { amount, currency } },
    })),
  };
}
