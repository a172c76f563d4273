import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { type Account, type Posting, post } from "../ledger/index.ts";
import {
  endSale,
  leftOf,
  lockSales,
  promiseBack,
  type RefundableSale,
  salesOfCharge,
  settleByDispute,
  splitSale,
  taxesLeft,
} from "../refunds/index.ts";
import { accountOf } from "../resellerAccounts/index.ts";
import type { Dispute } from "./dispute.ts";
import { settleDispute } from "./disputeStore.ts";
import { moved } from "./noteDispute.ts";
import { unusedFirst } from "./unusedFirst.ts";

/**
 * A lost dispute is taken out of the plans its charge paid for, those that nobody uses first, in the
 * transaction that ends them: the bank has paid back what we would have. Refunds that wait are settled by
 * it. What no plan is left for, because it was paid back before or was a fee, is our cost. Answers the sales
 * it ended; undefined when that was done before.
 */
export async function bookLostDispute(
  tx: Tx,
  { rootId, no }: Pick<Dispute, "rootId" | "no">,
): Promise<readonly RefundableSale[] | undefined> {
  const dispute = await settleDispute(tx, rootId, no, tx.at);
  if (dispute === undefined) {
    return undefined;
  }
  const { chargeNo, amountMinor, provider, currency } = dispute;
  const all = await salesOfCharge(tx, rootId, chargeNo);
  const sales = await lockSales(
    tx,
    rootId,
    all.map((sale) => sale.no),
  );
  let left = amountMinor;
  // What was promised back before is not paid for twice by a plan: the rest of it is our cost.
  let room = sales[0]?.chargeLeftMinor ?? 0;
  let takenMinor = 0;
  const ended: RefundableSale[] = [];
  const postings: Posting[] = [];
  const taxes = taxesLeft(sales);
  for (const sale of unusedFirst(sales)) {
    const disputed = Math.min(left, leftOf(sale));
    if (disputed > 0) {
      const taken = Math.min(disputed, room);
      left -= disputed;
      room -= taken;
      takenMinor += taken;
      ended.push(sale);
      postings.push(...(await endBy(tx, sale, taken, { provider, taxes })));
    }
  }
  if (takenMinor > 0) {
    const promised = await promiseBack(tx, rootId, chargeNo, takenMinor);
    assert(promised !== undefined, "no more is taken than is left of the charge");
  }
  // A reseller owes what its top-up was taken back of: it is off its balance since the dispute was opened.
  const isOwed = (await accountOf(tx, rootId, currency)) !== undefined;
  postings.push(
    await moved(
      tx,
      { rootId, chargeNo, provider, currency },
      { to: "provider_costs", from: "disputed", amountMinor: isOwed ? 0 : amountMinor - takenMinor },
    ),
  );
  await post(tx, rootId, `dispute/${no}/settled`, postings);
  await settleByDispute(tx, rootId, chargeNo);
  return ended;
}

async function endBy(
  tx: Tx,
  sale: RefundableSale,
  amountMinor: number,
  { provider, taxes }: { readonly provider: string; readonly taxes: ReturnType<typeof taxesLeft> },
): Promise<Posting[]> {
  const { rootId, no, chargeNo, programme, region, currency, taxKind } = sale;
  const split = splitSale(sale, amountMinor);
  assert(split !== undefined, "no more is taken than is left");
  const { netMinor, fromDeferred, fromEarned, earnedNow } = split;
  const { taxMinor, kindnessMinor } = taxes.take(sale, split.taxMinor);
  await endSale(tx, rootId, no, earnedNow, fromEarned, netMinor, taxMinor);
  const at = (kind: Account["kind"], party = ""): Account => ({ kind, programme, region, currency, party });
  const taken = (debit: Account, amount: number): Posting => ({
    ...{ debit, credit: at("disputed", provider), amountMinor: amount, chargeNo, saleNo: no },
  });
  return [
    taken(at("deferred_revenue"), fromDeferred),
    taken(at("earned_revenue"), fromEarned),
    taken(at("tax_payable", taxKind), taxMinor),
    { ...taken(at("goodwill"), kindnessMinor), saleNo: undefined },
    {
      debit: at("deferred_revenue"),
      credit: at("earned_revenue"),
      amountMinor: earnedNow,
      chargeNo,
      saleNo: no,
    },
  ];
}
