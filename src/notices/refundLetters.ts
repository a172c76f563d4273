import assert from "node:assert/strict";
import { type Asker, modelNamed, termsOf } from "../catalogue/index.ts";
import { orderOf } from "../commerce/index.ts";
import { type Contract, contractId, type DeviceRecord, deviceRecord } from "../contracts/index.ts";
import { type Refund, refundId, refundOf, unsettledOf } from "../money/index.ts";
import { publicId, readPublicId } from "../platform/index.ts";
import { printMoney, type Receipt } from "../terms/index.ts";
import { lastDayBefore, momentIn } from "./formatDay.ts";
import type { Letter } from "./letter.ts";
import type { Addressed, Mailing } from "./mailing.ts";
import {
  codesReturned,
  contractEnded,
  type NotPaid,
  type RefundTold,
  refundApproved,
  refundAsked,
  refundDeclined,
  refundPaid,
  refundSettled,
} from "./templates/refundLetters.ts";

type Body = Readonly<Record<string, unknown>>;

/** The zone of letters to somebody who has no contract whose zone is known. */
const NO_ZONE = "UTC";

/** The acknowledgement that a contract has ended, with the day and time of the notice, to its holder. */
async function contractEndedLetter(db: Asker, deviceId: string, body: Body): Promise<Addressed | undefined> {
  if (body.disputeNo !== undefined) {
    return undefined;
  }
  const { record, contract } = await contractOf(db, deviceId, Number(body.contractNo));
  const told = body.refund as { rootId: string; no: number } | null;
  const [refund, terms, model] = await Promise.all([
    told === null ? undefined : refundOf(db, told.rootId, told.no),
    termsOf(db, contract.programme, contract.termsVersion),
    modelNamed(db, record.device.model),
  ]);
  const { zone } = contract;
  const noticeAt = Temporal.Instant.from(String(body.noticeAt));
  const letter = contractEnded({
    contractId: contractId(contract),
    plan: terms.title,
    device: model?.name ?? record.device.model,
    serial: record.device.serial,
    noticeAt: momentIn(noticeAt, zone),
    endedAt: momentIn(Temporal.Instant.from(String(body.endedAt)), zone),
    byHolder: body.by === "holder",
    refund: refund && refundTold(refund, zone),
    url: pageAt(db, `return/${contractId(contract)}`),
  });
  return { personId: contract.holderId, letter };
}

/** The acknowledgement that codes came back, to the buyer. */
async function codesReturnedLetter(db: Asker, orderId: string, body: Body): Promise<Addressed> {
  const [order, refund] = await Promise.all([
    orderOf(db, orderId),
    refundOf(db, orderId, Number(body.refundNo)),
  ]);
  assert(order !== undefined && refund !== undefined, "codes came back to an order, for a refund");
  const letter = codesReturned({
    orderId: publicId("ord", orderId),
    endings: (body.codes as { last4: string }[]).map(({ last4 }) => last4),
    returnedAt: momentIn(refund.requestedAt, NO_ZONE),
    refund: refundTold(refund, NO_ZONE),
    url: pageAt(db, `refunds/${refundId(refund)}`),
  });
  return { personId: order.buyerId, letter };
}

/** Where its reader sees how it stands. */
function pageAt(db: Asker, path: string): string {
  return `${db.platform.config.publicUrl}/${path}`;
}

/** What needs nobody else is agreed to as it is asked for: of that one letter tells. */
function needsTwo({ secondPerson }: Refund): boolean {
  return secondPerson;
}

function onItsWay(
  write: (facts: NotPaid) => Letter,
  isTold: (refund: Refund) => boolean,
): Mailing["address"] {
  return async (db: Asker, rootId: string, body: Body): Promise<Addressed | undefined> => {
    const refund = await refundOf(db, rootId, Number(body.refundNo));
    const personId = refund === undefined || !isTold(refund) ? undefined : await payeeOf(db, refund);
    if (refund === undefined || personId === undefined) {
      return undefined;
    }
    const { currency, decisionReason, decidedBy, means } = refund;
    const letter = write({
      id: refundId(refund),
      // What a dispute has paid of it was told of by a letter of its own.
      amount: printMoney(write === refundDeclined ? refund.amountMinor : unsettledOf(refund), currency),
      reason: decisionReason ?? undefined,
      means,
      url: pageAt(db, `refunds/${refundId(refund)}`),
      byDispute: decidedBy === "dispute",
      instead: insteadOf(refund),
    });
    return { personId, letter };
  };
}

/** What goes on where a refund is not paid: the plan it was for; what was in a balance is there again. */
function insteadOf({ kind }: Refund): NotPaid["instead"] {
  if (kind === "hold") {
    return undefined;
  }
  return kind === "balance" ? "balance" : "plan";
}

/** Tells a payee that their bank has paid a refund, or a part of it, in a dispute. */
async function settledLetter(db: Asker, rootId: string, body: Body): Promise<Addressed | undefined> {
  const refund = await refundOf(db, rootId, Number(body.refundNo));
  const personId = refund && (await payeeOf(db, refund));
  if (refund === undefined || personId === undefined) {
    return undefined;
  }
  const print = (minor: unknown): string => printMoney(Number(minor), refund.currency);
  const letter = refundSettled({
    id: refundId(refund),
    amount: print(refund.amountMinor),
    settled: print(body.settledMinor),
    rest: Number(body.restMinor) === 0 ? undefined : print(body.restMinor),
    wasInBalance: body.means === "balance",
    url: pageAt(db, `refunds/${refundId(refund)}`),
  });
  return { personId, letter };
}

/**
 * Who is told of a refund: the holder of its contract, the buyer of its order, else who has the device now.
 */
async function payeeOf(db: Asker, { rootId, subject }: Refund): Promise<string | undefined> {
  const contract = readPublicId("ctr", subject ?? "");
  if (contract?.no !== undefined) {
    return (await contractOf(db, contract.rootId, contract.no)).contract.holderId;
  }
  const order = await orderOf(db, rootId);
  const record = order === undefined ? await deviceRecord(db, { deviceId: rootId }) : undefined;
  return order?.buyerId ?? record?.contracts.at(-1)?.holderId;
}

async function contractOf(
  db: Asker,
  deviceId: string,
  contractNo: number,
): Promise<{ readonly record: DeviceRecord; readonly contract: Contract }> {
  const record = await deviceRecord(db, { deviceId });
  const contract = record?.contracts.find(({ no }) => no === contractNo);
  assert(record !== undefined && contract !== undefined, "a contract that was ended is there");
  return { record, contract };
}

/**
 * What comes back, with the steps and the rule of its first decision; several parts of one return rest on
 * one rule.
 */
function refundTold(refund: Refund, zone: string): RefundTold {
  const { currency, dueAt, lines } = refund;
  const receipt = (lines[0]?.receipt ?? undefined) as Receipt | undefined;
  const decided = receipt?.refund;
  const steps = lines.length > 1 ? [] : (decided?.steps ?? []);
  return {
    id: refundId(refund),
    amount: printMoney(refund.amountMinor, currency),
    steps: steps.map(({ says, amount }) => [says, printMoney(amount, currency)] as const),
    rule: receipt?.because.find(({ clause }) => clause === decided?.clause)?.says,
    statute: decided === undefined || decided.by === "terms" ? undefined : decided.by,
    dueOn: dueAt === null ? undefined : lastDayBefore(dueAt, zone),
  };
}

/** Which event of refunds and ends makes which letter. */
export const refundMailings: readonly Mailing[] = [
  { on: "ContractCancelled", template: "contractEnded", address: contractEndedLetter },
  { on: "CodesReturned", template: "codesReturned", address: codesReturnedLetter },
  { on: "RefundRequested", template: "refundAsked", address: onItsWay(refundAsked, needsTwo) },
  { on: "RefundApproved", template: "refundApproved", address: onItsWay(refundApproved, needsTwo) },
  { on: "RefundPaid", template: "refundPaid", address: onItsWay(refundPaid, () => true) },
  { on: "RefundSettled", template: "refundSettled", address: settledLetter },
  { on: "RefundDeclined", template: "refundDeclined", address: onItsWay(refundDeclined, () => true) },
];
