import type { DeadlineKind, Job, Module } from "../platform/index.ts";
import { cancelOrder } from "./cancelOrder/cancelOrder.ts";
import { deliverPaidOrder } from "./deliverOrder/deliverOrder.ts";
import { handOutCodes } from "./handOutCodes/handOutCodes.ts";
import { lapseOrder } from "./lapseOrder.ts";
import { listDeliveryRules } from "./listDeliveryRules.ts";
import { listOrders } from "./listOrders.ts";
import { payOrder } from "./payOrder/payOrder.ts";
import { placeOrder } from "./placeOrder/placeOrder.ts";
import { priceCart } from "./priceCart/priceCart.ts";
import { returnCodes } from "./returnCodes/returnCodes.ts";
import { revealCodes } from "./revealCodes/revealCodes.ts";
import { setDeliveryRules } from "./setDeliveryRules/setDeliveryRules.ts";
import { showOrder } from "./showOrder.ts";

export {
  cancelOrder,
  listDeliveryRules,
  listOrders,
  payOrder,
  placeOrder,
  priceCart,
  returnCodes,
  revealCodes,
  setDeliveryRules,
  showOrder,
};

/** What carts and orders give to the module, from the price of a cart to codes that come back. */
export const ordering = {
  routes: [
    ...[priceCart, listDeliveryRules, setDeliveryRules],
    ...[placeOrder, payOrder, cancelOrder, listOrders, showOrder],
    ...[revealCodes, returnCodes],
  ],
  jobs: [deliverPaidOrder as unknown as Job<never>],
  deadlines: [lapseOrder, handOutCodes] satisfies readonly DeadlineKind[],
} satisfies Pick<Module, "routes" | "jobs" | "deadlines">;
