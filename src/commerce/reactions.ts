import { type DomainEvent, type Reaction, reaction } from "../platform/index.ts";
import { deliverPaidOrder } from "./deliverOrder/deliverOrder.ts";
import { suspendOverdrawn } from "./resellers/index.ts";
import { paidUndelivered } from "./store.ts";

/** A paid order delivers its codes; a reseller whose top-up was taken back may owe too much. */
export const reactions: readonly Reaction[] = [
  reaction("ChargeCaptured", deliverPaidOrder, orderIn, paidUndelivered),
  reaction("BalanceTakenBack", suspendOverdrawn, (_, resellerId) => ({ resellerId })),
];

function orderIn(event: DomainEvent, rootId: string): { rootId: string; chargeNo: number } | undefined {
  const { chargeNo, purpose } = event as unknown as { chargeNo: number; purpose: string };
  return purpose === "order" ? { rootId, chargeNo } : undefined;
}
