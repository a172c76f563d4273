import assert from "node:assert/strict";
import { accepted, type Decision, publicId, type Tx } from "../../platform/index.ts";
import { noteOutcome, startAttempt } from "../attempts/index.ts";
import type { Charge } from "../charge.ts";
import { chargeMatter } from "../charges/index.ts";
import { type Account, type Posting, post } from "../ledger/index.ts";
import { refuse } from "../refusals.ts";
import { chargeOf } from "../store.ts";
import { paidSoFar, payReceivable, receivableOf } from "../transfers/index.ts";
import { type Allocation, decideAllocate } from "./allocation.ts";
import type { BankCredit } from "./credit.ts";
import { assignTo, creditOf, linesIn } from "./creditStore.ts";
import { type Part, spread } from "./spread.ts";

/** Money that belongs to nothing yet belongs to no programme either. */
export const NOWHERE = { programme: "none", region: "none" } as const;

/** Which charge a credit is for. */
export interface ChargeKey {
  readonly rootId: string;
  readonly chargeNo: number;
}

/**
 * Gives a credit to a charge whose root the caller has locked: what completes it captures it, what is too
 * little is kept for it, what is too much is the payer's. Once, whoever says so first.
 */
export async function allocateCredit(
  tx: Tx,
  credit: BankCredit,
  { rootId, chargeNo }: ChargeKey,
): Promise<Decision<BankCredit>> {
  const [charge, receivable, { paidMinor }] = await Promise.all([
    chargeOf(tx, rootId, chargeNo),
    receivableOf(tx, rootId, chargeNo),
    paidSoFar(tx, rootId, chargeNo),
  ]);
  assert(charge !== undefined, "a reference belongs to a charge");
  if (credit.currency !== charge.currency) {
    return refuse("currency_differs");
  }
  const allocation = decideAllocate(credit.amountMinor, { charge, receivable, paidMinor });
  if (allocation === undefined) {
    return refuse("payment_underway");
  }
  const { takenMinor } = allocation;
  const { id } = tx.caller;
  const assigned = await assignTo(tx, credit.creditId, rootId, chargeNo, takenMinor, tx.at, id);
  if (assigned === undefined) {
    return refuse(takenAs((await creditOf(tx, credit.creditId))?.state));
  }
  const before = allocation.way === "invoice" ? (receivable?.paidMinor ?? 0) : paidMinor;
  const postings = await postingsOf(tx, credit, charge, allocation, before);
  await post(tx, rootId, `bank_credit/${credit.creditId}`, postings);
  tx.record(rootId, [creditBooked(credit, charge, allocation, before)]);
  await follow(tx, credit, charge, allocation);
  return accepted(assigned);
}

/** Why a credit is nobody's no more. */
function takenAs(state: BankCredit["state"] | undefined) {
  return state === "returned" || state === "paid_out" ? (`credit_${state}` as const) : "credit_assigned";
}

function creditBooked(
  { creditId, amountMinor, currency }: BankCredit,
  { purpose, subjectNo, no, amountMinor: owed }: Charge,
  { way, takenMinor }: Allocation,
  before: number,
) {
  const amount = { amount: amountMinor, currency };
  const missingMinor = way === "balance" ? 0 : owed - before - takenMinor;
  const about = { purpose, subjectNo, chargeNo: no, creditId: publicId("crd", creditId) };
  return { type: "BankCreditBooked", ...about, amount, takenMinor, missingMinor };
}

/** What completes a charge captures it; what completes an invoice ends that. */
async function follow(
  tx: Tx,
  credit: BankCredit,
  charge: Charge,
  { way, takenMinor }: Allocation,
): Promise<void> {
  const { rootId, no } = charge;
  if (way === "invoice") {
    await payReceivable(tx, rootId, no, takenMinor, tx.at);
  }
  if (way !== "whole") {
    return;
  }
  const { attempt } = charge;
  const isOpen = attempt?.state === "pending" || attempt?.state === "unknown";
  const open = { rootId, about: "charge", no, attemptNo: attempt?.no ?? 0 } as const;
  const key = isOpen
    ? open
    : await startAttempt(tx, chargeMatter, rootId, no, { provider: "bank", method: "bank_transfer" });
  assert(key !== undefined, "of an open charge without an open try another may be started");
  const isNoted = await noteOutcome(tx, chargeMatter, key, {
    outcome: "succeeded",
    providerRef: credit.creditId,
  });
  assert(isNoted, "under the lock of its root an open try stays open");
}

async function postingsOf(
  tx: Tx,
  { amountMinor, currency }: BankCredit,
  { rootId, no, amountMinor: owed }: Charge,
  { way, takenMinor }: Allocation,
  before: number,
): Promise<Posting[]> {
  const lines = await linesIn(tx, rootId, no);
  const { programme, region } = lines[0] ?? NOWHERE;
  const payer = publicId("chg", rootId, no);
  const arrived: Account = { ...NOWHERE, currency, kind: "unallocated" };
  const balance: Account = { programme, region, currency, kind: "payer_balance", party: payer };
  const into =
    way === "invoice"
      ? ({ kind: "receivable", party: payer } as const)
      : ({ kind: "clearing", party: "bank" } as const);
  const sinks: Part[] = lines.map((line) => ({
    account: { programme: line.programme, region: line.region, currency, ...into },
    amountMinor: line.netMinor + line.taxMinor,
  }));
  const rest = { debit: arrived, credit: balance, amountMinor: amountMinor - takenMinor, chargeNo: no };
  switch (way) {
    case "invoice":
      return [...spread([{ account: arrived, amountMinor: takenMinor }], sinks, no, before), rest];
    case "whole": {
      const sources = [
        { account: balance, amountMinor: before },
        { account: arrived, amountMinor: owed - before },
      ];
      return [...spread(sources, sinks, no), rest];
    }
    default:
      return [{ ...rest, amountMinor }];
  }
}
