import {
  type DeadlineKind,
  type DomainEvent,
  type Job,
  type Module,
  publicId,
  reaction,
} from "../platform/index.ts";
import { answerDelay } from "./answerDelay/answerDelay.ts";
import { answerSupplierOrder } from "./answerSupplierOrder/answerSupplierOrder.ts";
import { bookParcel } from "./bookParcel/bookParcel.ts";
import { listPickupPoints } from "./carriers/index.ts";
import {
  type DeclinedGoods,
  lostArrivals,
  lostDelays,
  showDelivery,
  takeUpGoods,
  tellLateOrder,
  wantArrived,
} from "./delays/index.ts";
import { dropDisputed, type LostPayment } from "./dropDisputed/dropDisputed.ts";
import { undropped } from "./dropDisputed/undroppedStore.ts";
import { handOverParcel } from "./handOverParcel/handOverParcel.ts";
import {
  bookWanted,
  cancelBooking,
  listParcels,
  parcelAsked,
  parcelTracked,
  showParcel,
  trackParcel,
} from "./parcels/index.ts";
import { keepHoliday, listHolidays } from "./promises/index.ts";
import { receiveSupplierOrder } from "./receiveSupplierOrder/receiveSupplierOrder.ts";
import { settleParcel } from "./settleParcel/settleParcel.ts";
import { closeGathered, listSupplierOrders, showSupplierOrder } from "./supplierOrders/index.ts";

export {
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
};

function declinedIn({ subject, refundNo }: DomainEvent, orderId: string): DeclinedGoods | undefined {
  const isOrders = typeof subject === "string" && subject === publicId("ord", orderId);
  return isOrders ? { orderId, refundNo: Number(refundNo) } : undefined;
}

function lostIn({ disputeNo }: DomainEvent, orderId: string): LostPayment {
  return { orderId, disputeNo: Number(disputeNo) };
}

/** How goods come to us and go to their buyers. */
export const delivering = {
  routes: [
    ...[listPickupPoints, listHolidays, keepHoliday],
    ...[listSupplierOrders, showSupplierOrder, answerSupplierOrder, receiveSupplierOrder],
    ...[showDelivery, answerDelay],
    ...[listParcels, showParcel, bookParcel, handOverParcel, settleParcel],
  ],
  jobs: [
    bookWanted,
    cancelBooking,
    trackParcel,
    tellLateOrder,
    wantArrived,
    takeUpGoods,
    dropDisputed,
  ] as unknown as readonly Job<never>[],
  // Each act sends its own jobs, order by order; what is lost of them is found again.
  reactions: [
    reaction("SupplierOrderArrived", wantArrived, () => undefined, lostArrivals),
    reaction("SupplierOrderAnswered", tellLateOrder, () => undefined, lostDelays),
    reaction("RefundDeclined", takeUpGoods, declinedIn),
    reaction("DisputeLost", dropDisputed, lostIn, undropped),
  ],
  deadlines: [parcelAsked, parcelTracked, closeGathered] satisfies readonly DeadlineKind[],
} satisfies Pick<Module, "routes" | "jobs" | "reactions" | "deadlines">;
