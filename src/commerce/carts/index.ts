export type { Cart, CartFacts, CartLine, LineWanted, PricedLine, PricedWay, ResellerSide } from "./cart.ts";
export { type CartLoaded, cartFacts } from "./cartFacts.ts";
export { LinesTold, SeenLinesTold } from "./cartTold.ts";
export { AddressTold, DeliveryTold, demandDelivery } from "./deliveryTold.ts";
export { reckonCart, regionOf } from "./reckonCart.ts";
export { refuseQuantity, refuseShort } from "./refuseQuantity.ts";
