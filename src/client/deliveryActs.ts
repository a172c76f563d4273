import type {
  answerDelay,
  answerSupplierOrder,
  bookParcel,
  handOverParcel,
  keepHoliday,
  listHolidays,
  listParcels,
  listPickupPoints,
  listSupplierOrders,
  receiveSupplierOrder,
  settleParcel,
  showDelivery,
  showParcel,
  showSupplierOrder,
} from "../commerce/index.ts";

/** The acts and reads about goods on their way, by the names they have here. */
export interface DeliveryActs {
  readonly listPickupPoints: typeof listPickupPoints;
  readonly listHolidays: typeof listHolidays;
  readonly keepHoliday: typeof keepHoliday;
  readonly listSupplierOrders: typeof listSupplierOrders;
  readonly showSupplierOrder: typeof showSupplierOrder;
  readonly answerSupplierOrder: typeof answerSupplierOrder;
  readonly receiveSupplierOrder: typeof receiveSupplierOrder;
  readonly showDelivery: typeof showDelivery;
  readonly answerDelay: typeof answerDelay;
  readonly listParcels: typeof listParcels;
  readonly showParcel: typeof showParcel;
  readonly bookParcel: typeof bookParcel;
  readonly handOverParcel: typeof handOverParcel;
  readonly settleParcel: typeof settleParcel;
}
