import { type DomainEvent, type Reaction, reaction } from "../platform/index.ts";
import { deliverPaidOrder } from "./deliverOrder/deliverOrder.ts";
import { paidUndelivered } from "./store.ts";

/** A paid order delivers its codes. */
export const reactions: readonly Reaction[] = [
  reaction("ChargeCaptured", deliverPaidOrder, orderIn, paidUndelivered),
];

function orderIn(event: DomainEvent, rootId: string): { rootId: string; chargeNo: number } | undefined {
  const { chargeNo, purpose } = event as unknown as { chargeNo: number; purpose: string };
  return purpose === "order" ? { rootId, chargeNo } : undefined;
}
