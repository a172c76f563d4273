import { type Static, Type } from "typebox";
import { sightOf } from "../../identity/index.ts";
import { RefundSchema, refundView } from "../../money/index.ts";
import {
  accepted,
  act,
  badField,
  Country,
  IdParams,
  Instant,
  Money,
  Problem,
  ReceiptSchema,
  shape,
  type Tx,
} from "../../platform/index.ts";
import { ContractShape, toContract } from "../contract.ts";
import { type CancelFacts, type Cancellation, decideCancelContract } from "./decideCancelContract.ts";
import { loadCancellation } from "./loadCancellation.ts";
import type { Told } from "./refundFacts.ts";
import { type Ending, saveCancellations, startKept } from "./saveCancellation.ts";

const REASONS = [
  "withdrawal",
  "no-longer-wanted",
  "device-returned",
  "non-payment",
  "fraud",
  "breach",
] as const;

const Body = shape({
  by: Type.Enum(["holder", "provider"]),
  reason: Type.Enum([...REASONS]),
  /** When it was said, if earlier than now: a letter. The office alone tells. */
  noticeAt: Type.Optional(Instant),
  /** The device went back to its seller. The office alone tells. */
  deviceReturned: Type.Optional(Type.Boolean()),
  /** What claims on the plan were worth, where the law takes it off. The office alone tells. */
  claimsPaid: Type.Optional(Money),
  /** Where the holder lives, where the sale does not say. */
  holder: Type.Optional(
    shape({
      country: Type.Optional(Country),
      /** ISO 3166-2: `US-TX`. */
      state: Type.Optional(Type.String({ pattern: "^[A-Z]{2}-[A-Z0-9]{1,3}$" })),
    }),
  ),
});

const Ended = shape({
  contract: ContractShape,
  /** What was decided, with the steps of the sum, and what the other clauses would pay. */
  receipt: ReceiptSchema,
  /** What comes back; null when nothing does, or nothing was paid to us. */
  refund: Type.Union([RefundSchema, Type.Null()]),
  /** What a person should know beside it. */
  says: Type.Array(Type.String()),
});

/**
 * POST /v1/contracts/{id}/cancellation: ends a contract by its terms and by the law, and promises back what
 * they say, in one transaction. `dryRun` shows the sum, its steps, and the law's beside the terms', and
 * changes nothing.
 */
export const cancelContract = act({
  route: "POST /v1/contracts/{id}/cancellation",
  permission: "contract.cancel",
  summary: "Ends a contract before its time, and pays back what its terms or the law say",
  params: IdParams,
  body: Body,
  reply: shape({
    ...Ended.properties,
    /** The contract that waited for this one; ended with it where that pays something back. */
    successor: Type.Optional(Ended),
  }),
  dryRun: true,
  async run(tx, command, at) {
    demandOfficeFacts(tx, command);
    const { facts, successor } = await loadCancellation(tx, command.id);
    const told = toldIn(command, at);
    demandNoticeInTime(facts, told);

    const decision = decideCancelContract({ ...facts, told });
    const next = successor && decideCancelContract({ ...successor, told });

    if (decision.refused !== undefined) {
      return decision;
    }
    const endings = [ending(facts, decision.accepted)];
    if (successor !== undefined && next?.accepted !== undefined && next.accepted.amountMinor > 0) {
      endings.push(ending(successor, next.accepted));
    }
    const saved = await saveCancellations(tx, endings, told);
    if (saved.refused !== undefined) {
      return saved;
    }
    await startKept(tx, facts.contract.deviceId);
    const serial = facts.record.device.serial;
    const [first, second] = endings.map((one, index) => {
      const refund = saved.accepted[index] ?? null;
      return endedView(one, refund === null ? null : refundView(refund), serial, at);
    });
    return accepted({ ...(first as Static<typeof Ended>), ...(second && { successor: second }) });
  },
});

function ending(
  { contract, sale }: CancelFacts | Omit<CancelFacts, "told">,
  cancellation: Cancellation,
): Ending {
  return { contract, sale, cancellation };
}

function toldIn(command: Static<typeof Body>, at: Temporal.Instant): Told {
  const { by, reason, noticeAt, deviceReturned = false, claimsPaid, holder = {} } = command;
  return {
    by: by as Told["by"],
    reason,
    noticeAt: noticeAt === undefined ? at : Temporal.Instant.from(noticeAt),
    deviceReturned,
    claimsPaid,
    holder,
  };
}

/** What an owner tells of these is only told: the office knows. Errors: Problem 403. */
function demandOfficeFacts(tx: Tx, { by, noticeAt, deviceReturned, claimsPaid }: Static<typeof Body>): void {
  const isOfficial = by === "provider" || noticeAt !== undefined || claimsPaid !== undefined;
  if ((isOfficial || deviceReturned === true) && !sightOf(tx.caller).office) {
    throw new Problem(
      403,
      "not_permitted",
      "The office alone says when a notice came and that a device went back, or ends for the provider.",
    );
  }
}

/** Errors: Problem 400 for a notice of before the contract, or of tomorrow. */
function demandNoticeInTime({ contract, at }: Omit<CancelFacts, "told">, { noticeAt }: Told): void {
  const isEarly = Temporal.Instant.compare(noticeAt, contract.concludedAt) < 0;
  if (isEarly || Temporal.Instant.compare(noticeAt, at) > 0) {
    throw badField(
      "/noticeAt",
      "not_in_time",
      "A notice comes after the contract was concluded, and not later than now.",
    );
  }
}

function endedView(
  { contract, sale, cancellation }: Ending,
  refund: Static<typeof RefundSchema> | null,
  serial: string,
  at: Temporal.Instant,
): Static<typeof Ended> {
  const { receipt } = cancellation;
  return {
    contract: toContract({ ...contract, state: "cancelled", endedAt: at }, serial),
    receipt: { ...receipt, at: at.toString() },
    refund,
    says: [
      ...(sale === undefined ? ["Nothing was paid to us for this plan: who sold its code pays back."] : []),
      ...(refund === null ? [] : ["The money goes back to whoever paid, the way it came."]),
      ...(refund?.needsSecondPerson === true
        ? ["It is above the limit: another person agrees to it first."]
        : []),
    ],
  };
}
