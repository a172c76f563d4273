import type { DeliveryActs } from "./deliveryActs.ts";

/** Where the acts and reads about goods on their way are served. */
export const deliveryRoutes = {
  listPickupPoints: "GET /v1/pickup-points",
  listHolidays: "GET /v1/holidays",
  keepHoliday: "POST /v1/holidays",
  listSupplierOrders: "GET /v1/supplier-orders",
  showSupplierOrder: "GET /v1/supplier-orders/{id}",
  answerSupplierOrder: "POST /v1/supplier-orders/{id}/answer",
  receiveSupplierOrder: "POST /v1/supplier-orders/{id}/arrival",
  showDelivery: "GET /v1/orders/{id}/delivery",
  answerDelay: "POST /v1/orders/{id}/delay",
  listParcels: "GET /v1/parcels",
  showParcel: "GET /v1/parcels/{id}",
  bookParcel: "POST /v1/parcels/{id}/booking",
  handOverParcel: "POST /v1/parcels/{id}/hand-over",
  settleParcel: "POST /v1/parcels/{id}/settlement",
} as const satisfies { [Name in keyof DeliveryActs]: DeliveryActs[Name]["route"] };
