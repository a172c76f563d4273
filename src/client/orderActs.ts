import type {
  cancelOrder,
  listDeliveryRules,
  listOrders,
  payOrder,
  placeOrder,
  priceCart,
  revealCodes,
  setDeliveryRules,
  showOrder,
} from "../commerce/index.ts";
import type { CodeActs } from "./codeActs.ts";
import type { DeliveryActs } from "./deliveryActs.ts";
import type { InvoiceActs } from "./invoiceActs.ts";
import type { ResellerActs } from "./resellerActs.ts";

/**
 * The acts and reads about orders, and what is delivered and billed for them, by the names they have here.
 */
export interface OrderActs extends CodeActs, DeliveryActs, InvoiceActs, ResellerActs {
  readonly priceCart: typeof priceCart;
  readonly listDeliveryRules: typeof listDeliveryRules;
  readonly setDeliveryRules: typeof setDeliveryRules;
  readonly placeOrder: typeof placeOrder;
  readonly payOrder: typeof payOrder;
  readonly cancelOrder: typeof cancelOrder;
  readonly revealCodes: typeof revealCodes;
  readonly listOrders: typeof listOrders;
  readonly showOrder: typeof showOrder;
}
