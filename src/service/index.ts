import type { Witness } from "../money/index.ts";
import type { Job, Module } from "../platform/index.ts";
import { appointmentRoutes, deadlines, endAppointmentOfClaim, reactions } from "./appointments/index.ts";
import { benchRoutes } from "./benchRoutes.ts";
import { centreReactions, centreRoutes, designateCentre } from "./centres/index.ts";
import { ofClocks } from "./clocks/index.ts";
import { deskRoutes } from "./deskRoutes.ts";
import { listDeadlines } from "./dues/index.ts";
import { reportRoutes } from "./ofReports.ts";
import { ofWarranty } from "./ofWarranty.ts";
import { parcels } from "./parcelStore.ts";
import { ofPool } from "./pool/index.ts";
import { setPromise } from "./setPromise/setPromise.ts";
import { reckonTurnaround, turnaroundReactions } from "./turnaround/index.ts";

export { analyseFlight } from "./analyseFlight/analyseFlight.ts";
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
  withdrawArrival,
} from "./appointments/index.ts";
export {
  addCentre,
  addressOf,
  allCentres,
  type Centre,
  type CentreContacts,
  type CentreView,
  type ContactRole,
  centreOf,
  centreOfClaim,
  centresOfClaims,
  contactsOf,
  designatedCentre,
  listCentreHistory,
  listCentres,
  listSlots,
  reviseCentre,
  seedCentres,
  setContacts,
  showCentre,
  showContacts,
} from "./centres/index.ts";
export { type Clock, clocksOfClaims, listClocks, listPromises, startClocks } from "./clocks/index.ts";
export { confirmDelivery } from "./confirmDelivery/confirmDelivery.ts";
export { deskPlugin } from "./deskPlugin.ts";
export {
  addPrice,
  findArrival,
  keepStray,
  listBenchCodes,
  listBenchPrices,
  listQuotes,
  listStrays,
  makeQuote,
  matchStray,
  placeBin,
  reportMismatch,
  returnStray,
  searchAnything,
  setBenchCodes,
  showMyDay,
} from "./deskRoutes.ts";
export { dueKinds, listDeadlines } from "./dues/index.ts";
export {
  addGuide,
  answerGuide,
  type GuideText,
  type GuideView,
  listGuides,
  publishGuide,
  retireGuide,
  reviseGuide,
  showGuide,
} from "./guides/index.ts";
export { handOverDevice } from "./handOverDevice/handOverDevice.ts";
export { inspectDevice } from "./inspectDevice/inspectDevice.ts";
export {
  answerCase,
  countCaseAnswers,
  listCaseAnswers,
  type Packing,
  packingWords,
  showCaseAnswer,
  showPacking,
  slipOf,
  slipPlugin,
  tellSending,
  vCardOf,
} from "./ofReports.ts";
export {
  answerRecovery,
  listAgreements,
  listRecoveries,
  previewWarranty,
  sendRecovery,
  setAgreement,
  settleRecoveries,
  showPack,
  showRecovery,
} from "./ofWarranty.ts";
export {
  countStock,
  listStock,
  listUnits,
  listWaits,
  moveUnits,
  reserveUnit,
  reverseSwap,
  setSuccessors,
  showReplacement,
  showUnit,
  sortUnit,
  takeInUnits,
} from "./pool/index.ts";
export { receiveDevice } from "./receiveDevice/receiveDevice.ts";
export { type Recovery, recoveryOf } from "./recoveries/index.ts";
export { replaceDevice } from "./replaceDevice/replaceDevice.ts";
export { setPromise } from "./setPromise/setPromise.ts";
export { shipDevice } from "./shipDevice/shipDevice.ts";
export { ClaimPage, sendToOf, showClaim } from "./showClaim.ts";
export { type Shipment, type Swap, shipmentsOf, swapOf } from "./store.ts";
export { switchChannel } from "./switchChannel/switchChannel.ts";

/** What is done at the bench to the device of a claim. */
export const service: Module & Witness = {
  name: "service",
  parcels,
  routes: [
    ...benchRoutes,
    ...centreRoutes,
    ...deskRoutes,
    ...appointmentRoutes,
    setPromise,
    ...ofClocks.routes,
    listDeadlines,
    ...reportRoutes,
    ...ofPool.routes,
    ...ofWarranty.routes,
  ],
  jobs: [
    designateCentre as unknown as Job<never>,
    ...ofClocks.jobs,
    endAppointmentOfClaim as unknown as Job<never>,
    reckonTurnaround as unknown as Job<never>,
    ...ofPool.jobs,
    ...ofWarranty.jobs,
  ],
  reactions: [
    ...centreReactions,
    ...ofClocks.reactions,
    ...reactions,
    ...turnaroundReactions,
    ...ofPool.reactions,
    ...ofWarranty.reactions,
  ],
  deadlines: [...ofClocks.deadlines, ...deadlines, ...ofWarranty.deadlines],
};
