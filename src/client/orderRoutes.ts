import { codeRoutes } from "./codeRoutes.ts";
import { deliveryRoutes } from "./deliveryRoutes.ts";
import { invoiceRoutes } from "./invoiceRoutes.ts";
import type { OrderActs } from "./orderActs.ts";
import { resellerRoutes } from "./resellerRoutes.ts";

/** Where the acts and reads about orders are served. */
export const orderRoutes = {
  priceCart: "POST /v1/carts/prices",
  listDeliveryRules: "GET /v1/delivery-rules",
  setDeliveryRules: "PUT /v1/delivery-rules",
  placeOrder: "POST /v1/orders",
  payOrder: "POST /v1/orders/{id}/payment",
  cancelOrder: "POST /v1/orders/{id}/cancellation",
  revealCodes: "POST /v1/orders/{id}/codes",
  listOrders: "GET /v1/orders",
  showOrder: "GET /v1/orders/{id}",

  ...codeRoutes,
  ...deliveryRoutes,
  ...invoiceRoutes,
  ...resellerRoutes,
} as const satisfies { [Name in keyof OrderActs]: OrderActs[Name]["route"] };
