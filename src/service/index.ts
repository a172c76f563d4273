import type { Witness } from "../money/index.ts";
import type { Job, Module } from "../platform/index.ts";
import { appointmentRoutes, deadlines, endAppointmentOfClaim, reactions } from "./appointments/index.ts";
import { centreReactions, centreRoutes, designateCentre } from "./centres/index.ts";
import { handOverDevice } from "./handOverDevice/handOverDevice.ts";
import { inspectDevice } from "./inspectDevice/inspectDevice.ts";
import { parcels } from "./parcelStore.ts";
import { receiveDevice } from "./receiveDevice/receiveDevice.ts";
import { replaceDevice } from "./replaceDevice/replaceDevice.ts";
import { shipDevice } from "./shipDevice/shipDevice.ts";
import { showClaim } from "./showClaim.ts";
import { switchChannel } from "./switchChannel/switchChannel.ts";

export {
  AppointmentSchema,
  type AppointmentView,
  appointmentByNo,
  appointmentView,
  blockBench,
  bookAppointment,
  cancelAppointment,
  confirmAppointment,
  endVisit,
  liftBlock,
  listAppointments,
  liveStates,
  markNoShow,
  moveAppointment,
  receiveVisitor,
  showAppointment,
  showCalendar,
  walkIn,
} from "./appointments/index.ts";
export {
  addCentre,
  addressOf,
  type Centre,
  type CentreView,
  centreOf,
  centreOfClaim,
  designatedCentre,
  listCentreHistory,
  listCentres,
  listSlots,
  reviseCentre,
  seedCentres,
  showCentre,
} from "./centres/index.ts";
export { handOverDevice } from "./handOverDevice/handOverDevice.ts";
export { inspectDevice } from "./inspectDevice/inspectDevice.ts";
export { receiveDevice } from "./receiveDevice/receiveDevice.ts";
export { replaceDevice } from "./replaceDevice/replaceDevice.ts";
export { shipDevice } from "./shipDevice/shipDevice.ts";
export { ClaimPage, sendToOf, showClaim } from "./showClaim.ts";
export { type Shipment, type Swap, shipmentsOf, swapOf } from "./store.ts";
export { switchChannel } from "./switchChannel/switchChannel.ts";

/** What is done at the bench to the device of a claim. */
export const service: Module & Witness = {
  name: "service",
  parcels,
  routes: [
    showClaim,
    receiveDevice,
    inspectDevice,
    replaceDevice,
    shipDevice,
    handOverDevice,
    switchChannel,
    ...centreRoutes,
    ...appointmentRoutes,
  ],
  jobs: [designateCentre as unknown as Job<never>, endAppointmentOfClaim as unknown as Job<never>],
  reactions: [...centreReactions, ...reactions],
  deadlines,
};
