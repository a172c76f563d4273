export type { Booking, BookingAnswer, CancelAnswer, Carrier, PickupPoint, Tracked } from "./carrier.ts";
export { isPickupPoint, listPickupPoints } from "./listPickupPoints.ts";
export { nearest } from "./nearest.ts";
export { carrierNamed, ownCarrier } from "./ownCarrier.ts";
export { carrierFaults, testCarrier, whereIs } from "./testCarrier.ts";
