import { type Reaction, reaction } from "../platform/index.ts";
import { deliverPaidOrder } from "./deliverOrder/deliverOrder.ts";

/** A paid order delivers its codes. */
export const reactions: readonly Reaction[] = [
  reaction("ChargeCaptured", deliverPaidOrder, (event, rootId) => {
    const { chargeNo, purpose } = event as unknown as { chargeNo: number; purpose: string };
    return purpose === "order" ? { rootId, chargeNo } : undefined;
  }),
];
