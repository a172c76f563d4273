import { type Reaction, reaction } from "../platform/index.ts";
import { type CapturedCharge, deliverPaidOrder } from "./deliverOrder/deliverOrder.ts";

/** A paid order delivers its codes. */
export const reactions: readonly Reaction[] = [
  reaction("ChargeCaptured", deliverPaidOrder, (event, rootId) => {
    const { chargeNo, purpose } = event as unknown as CapturedCharge;
    return { rootId, chargeNo, purpose };
  }),
];
