import { type OrderedCode, stateFact } from "../../contracts/index.ts";
import type { RefundableSale } from "../../money/index.ts";
import type { Facts, Terms } from "../../terms/index.ts";
import type { Order } from "../order.ts";
import { purchaseOf } from "../purchaseOf.ts";

/** A code as its return needs it. */
export type ReturnedCode = Omit<OrderedCode, "purchase">;

/** What was paid for it. */
export type SaleOfCode = RefundableSale;

/** What is known beside the code. */
interface Ground {
  readonly at: Temporal.Instant;
  readonly order: Order;
  readonly terms: Terms;
  readonly told: { readonly reason: string; readonly deviceReturned: boolean };
}

/**
 * The facts by which it is decided what an unused code pays back: a plan that was bought and has not begun,
 * so that all of its days are left.
 */
export function returnFacts({ at, order, terms, told }: Ground, code: ReturnedCode, sale: SaleOfCode): Facts {
  const { channel, country, state, kind, informed, expressRequest } = purchaseOf(order);
  const period = terms.period(code.plan, at.toString(), code.region);
  return {
    at: at.toString(),
    region: code.region,
    code: {
      state: "sold",
      product: code.plan,
      models: code.models,
      region: code.region,
      soldAt: code.soldAt.toString(),
    },
    plan: {
      product: code.plan,
      version: terms.version,
      region: code.region,
      status: "active",
      startsAt: period.startsAt,
      endsAt: period.endsAt,
      concludedAt: code.soldAt.toString(),
      uses: 0,
      price: { amount: sale.netMinor + sale.taxMinor, currency: sale.currency },
      claimsPaid: "none",
      informed,
      expressRequest,
      billing: "term",
      delivery: "online",
      copyReceivedAt: code.soldAt.toString(),
    },
    order: { channel },
    holder: { kind, country: country ?? "unknown", state: stateFact(country, state) },
    transfer: { times: 0 },
    cancellation: {
      by: "holder",
      reason: told.reason,
      noticeAt: at.toString(),
      deviceReturned: told.deviceReturned,
      refundedAt: "never",
    },
  };
}
