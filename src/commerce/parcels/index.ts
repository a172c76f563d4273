export { bookWanted, startBooking } from "./booking.ts";
export { cancelBooking, dropParcel, startCancelling } from "./cancelling.ts";
export { PARCEL_ASKED } from "./carrierTry.ts";
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
  type Settled,
  settlements,
} from "./parcel.ts";
export { parcelAsked } from "./parcelAsked.ts";
export { parcelOf, parcelsHere, parcelsOf, saveHandedOver, settleLost, unsettleLost } from "./parcelStore.ts";
export { PARCEL_TRACKED, parcelTracked, TRACK_EVERY, trackParcel } from "./trackParcel.ts";
export { wantParcel } from "./wantParcel.ts";
export { wantParcels } from "./wantParcels.ts";
