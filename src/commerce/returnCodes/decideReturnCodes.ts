import { leftOf } from "../../money/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import type { Facts, Receipt, Terms } from "../../terms/index.ts";
import type { Order } from "../order.ts";
import { refuse } from "../refusals.ts";
import { type ReturnedCode, returnFacts, type SaleOfCode } from "./returnFacts.ts";

/** What is known when codes of an order are to be given back. The order and its codes are locked. */
export interface ReturnCodesFacts {
  readonly at: Temporal.Instant;
  readonly order: Order;
  readonly codes: readonly ReturnedCode[];
  readonly sales: readonly SaleOfCode[];
  /** The terms they were sold under, with the statutes beside them. */
  readonly terms: Terms;
  /** The last four characters of those that are given back; undefined gives back all that are unused. */
  readonly wanted: readonly string[] | undefined;
  readonly told: { readonly reason: string; readonly deviceReturned: boolean };
}

/** A code that is given back, with the decision what that pays back: minor units. */
export interface CodeBack {
  readonly code: ReturnedCode & { readonly saleNo: number };
  readonly amountMinor: number;
  readonly receipt: Receipt;
  readonly facts: Facts;
}

/** Whether codes may be given back, and what each pays back by its terms and by the law. Pure. */
export function decideReturnCodes(facts: ReturnCodesFacts): Decision<readonly CodeBack[]> {
  const { codes, sales, wanted } = facts;
  const chosen = choose(facts);
  if (chosen === undefined) {
    return refuse("code_not_of_order");
  }
  const used = chosen.find(({ state }) => state === "redeemed");
  if (used !== undefined) {
    return refuse("code_has_contract", {
      says: `The code that ends in ${used.last4} is used: it became a contract.`,
      next: `Give the plan up there: ${used.redeemedBy}.`,
    });
  }
  if (isDisputed(wanted === undefined && chosen.length === 0 ? codes : chosen, sales)) {
    return refuse("codes_disputed");
  }
  if (chosen.length === 0 || chosen.some(({ state }) => state !== "sold")) {
    return refuse("nothing_to_return");
  }
  if (chosen.some(({ saleNo }) => saleNo === null)) {
    return refuse("code_without_sale");
  }
  return decideEach(facts, chosen as CodeBack["code"][]);
}

/** Whether codes are out of use because the bank looks at their payment: they may be good again. */
function isDisputed(codes: readonly ReturnedCode[], sales: readonly SaleOfCode[]): boolean {
  const disputed = new Set(sales.filter((sale) => sale.isDisputed).map(({ no }) => no));
  return codes.some(({ state, saleNo }) => state === "void" && saleNo !== null && disputed.has(saleNo));
}

/** The codes that are meant; undefined when one of those that are named is not of this order. */
function choose({ codes, wanted }: ReturnCodesFacts): readonly ReturnedCode[] | undefined {
  if (wanted === undefined) {
    return codes.filter(({ state }) => state === "sold");
  }
  const left = [...codes];
  const chosen = wanted.flatMap((last4) => {
    // Of two that end the same, the unused one is meant.
    const unused = left.findIndex((code) => code.last4 === last4 && code.state === "sold");
    const place = unused === -1 ? left.findIndex((code) => code.last4 === last4) : unused;
    return place === -1 ? [] : left.splice(place, 1);
  });
  return chosen.length === wanted.length ? chosen : undefined;
}

function decideEach(
  facts: ReturnCodesFacts,
  chosen: readonly CodeBack["code"][],
): Decision<readonly CodeBack[]> {
  const back: CodeBack[] = [];
  for (const code of chosen) {
    const sale = facts.sales.find(({ no }) => no === code.saleNo);
    if (sale === undefined) {
      return refuse("code_without_sale");
    }
    const given = returnFacts(facts, code, sale);
    const receipt = facts.terms.decide("refund", given);
    if (receipt.outcome !== "amount" || receipt.refund === undefined) {
      return refuse(receipt.outcome === "refused" ? "return_refused" : "return_undecided", { receipt });
    }
    const { amount, penalty } = receipt.refund;
    const promised = back.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const left = Math.min(leftOf(sale), sale.chargeLeftMinor - promised);
    back.push({ code, amountMinor: Math.min(amount - penalty, left), receipt, facts: given });
  }
  return accepted(back);
}
