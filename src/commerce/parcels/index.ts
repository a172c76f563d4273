export { bookWanted, PARCEL_ASKED, parcelAsked, startBooking } from "./booking.ts";
export { completeOrder } from "./completeOrder.ts";
export { listParcels, lockParcel, showParcel } from "./listParcels.ts";
export {
  type Parcel,
  ParcelSchema,
  type ParcelState,
  type ParcelView,
  parcelId,
  parcelStates,
  parcelView,
} from "./parcel.ts";
export { cancelParcel, parcelOf, parcelsOf, saveHandedOver, settleLost } from "./parcelStore.ts";
export { PARCEL_TRACKED, parcelTracked, TRACK_EVERY, trackParcel } from "./trackParcel.ts";
export { wantParcel } from "./wantParcel.ts";
export { wantParcels } from "./wantParcels.ts";
