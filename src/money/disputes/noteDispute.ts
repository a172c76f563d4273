import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { type Account, type AccountKind, type Posting, post } from "../ledger/index.ts";
import { linesOfCharge } from "../refunds/index.ts";
import { balanceAccount, takeBackTopUp } from "../resellerAccounts/index.ts";
import type { Dispute, DisputeState } from "./dispute.ts";
import { disputeSteps } from "./disputeSteps.ts";
import { closeDispute, disputeNamed, insertDispute } from "./disputeStore.ts";

/** What is told of a dispute: by its provider, or by a person who read it there. */
export interface DisputeTold {
  readonly rootId: string;
  readonly chargeNo: number;
  readonly provider: string;
  readonly providerRef: string;
  readonly state: DisputeState;
  readonly amountMinor: number;
  readonly currency: string;
  readonly feeMinor: number;
  readonly reason: string;
  readonly answerBy: Temporal.Instant | null;
}

/**
 * Notes what is told of a dispute, on a root the caller has locked: each step is booked and told of once,
 * whatever comes twice or late. What follows for the plans that were paid is done by who keeps them.
 */
export async function noteDispute(tx: Tx, told: DisputeTold): Promise<Dispute> {
  const { rootId, provider, providerRef } = told;
  const known = await disputeNamed(tx, rootId, provider, providerRef);
  const steps = disputeSteps(known, told.state);
  const opened = steps.open ? await open(tx, told) : known;
  assert(opened !== undefined, "a dispute that is not opened now was opened before");
  return steps.close === undefined ? opened : await close(tx, opened, steps.close, told.feeMinor);
}

async function open(tx: Tx, told: DisputeTold): Promise<Dispute> {
  const { rootId, chargeNo, provider, providerRef, amountMinor, currency, reason, answerBy } = told;
  const dispute = await insertDispute(
    tx,
    ...[rootId, chargeNo, provider, providerRef, amountMinor, currency, reason, tx.at, answerBy],
  );
  const taken = await moved(tx, dispute, { to: "disputed", from: "clearing", amountMinor });
  await post(tx, rootId, `dispute/${dispute.no}/opened`, [
    taken,
    ...(await offBalance(tx, dispute, taken.debit)),
  ]);
  tx.record(rootId, [{ type: "DisputeOpened", ...aboutOf(dispute), reason }]);
  tx.platform.log.error(
    { rootId, disputeNo: dispute.no, provider },
    "a payment is disputed; answer its bank",
  );
  return dispute;
}

async function close(tx: Tx, dispute: Dispute, state: "won" | "lost", feeMinor: number): Promise<Dispute> {
  const { rootId, no, amountMinor } = dispute;
  const closed = await closeDispute(tx, rootId, no, state, feeMinor, tx.at);
  assert(closed !== undefined, "under the lock of its root an open dispute is closed once");
  const fee = await moved(tx, closed, { to: "provider_costs", from: "clearing", amountMinor: feeMinor });
  const back = await moved(tx, closed, { to: "clearing", from: "disputed", amountMinor });
  const given = state === "won" ? [back, ...(await ontoBalance(tx, closed, back.credit))] : [];
  await post(tx, rootId, `dispute/${no}/${state}`, [...given, fee]);
  tx.record(rootId, [{ type: state === "won" ? "DisputeWon" : "DisputeLost", ...aboutOf(closed) }]);
  return closed;
}

/** What a balance was topped up with is off it while a bank has it, also where it was spent by then. */
async function offBalance(tx: Tx, dispute: Dispute, disputed: Account): Promise<Posting[]> {
  const { rootId, currency, amountMinor, chargeNo } = dispute;
  if ((await takeBackTopUp(tx, rootId, currency, amountMinor)) === 0) {
    return [];
  }
  tx.record(rootId, [{ type: "BalanceTakenBack", ...aboutOf(dispute) }]);
  return [{ debit: balanceAccount(rootId, currency), credit: disputed, amountMinor, chargeNo }];
}

async function ontoBalance(tx: Tx, dispute: Dispute, disputed: Account): Promise<Posting[]> {
  const { rootId, currency, amountMinor, chargeNo } = dispute;
  if ((await takeBackTopUp(tx, rootId, currency, -amountMinor)) === 0) {
    return [];
  }
  tx.record(rootId, [{ type: "BalanceGivenBack", ...aboutOf(dispute) }]);
  return [{ debit: disputed, credit: balanceAccount(rootId, currency), amountMinor, chargeNo }];
}

/** What every event of a dispute says. */
function aboutOf({ no, chargeNo, amountMinor, currency, feeMinor }: Dispute): object {
  return { disputeNo: no, chargeNo, amount: { amount: amountMinor, currency }, feeMinor };
}

/** A move between accounts of the place the charge belongs to: that of its first line. */
export async function moved(
  tx: Tx,
  { rootId, chargeNo, provider, currency }: Pick<Dispute, "rootId" | "chargeNo" | "provider" | "currency">,
  { to, from, amountMinor }: { to: AccountKind; from: AccountKind; amountMinor: number },
): Promise<Posting> {
  const [line] = await linesOfCharge(tx, rootId, chargeNo);
  assert(line !== undefined, "a charge that was paid has lines");
  const { programme, region } = line;
  const place = { programme, region, currency, party: provider };
  return { debit: { ...place, kind: to }, credit: { ...place, kind: from }, amountMinor, chargeNo };
}
