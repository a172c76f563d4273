import { blockBench } from "./blockBench/blockBench.ts";
import { liftBlock } from "./blockBench/liftBlock.ts";
import { bookAppointment } from "./bookAppointment/bookAppointment.ts";
import { confirmAppointment } from "./bookAppointment/confirmAppointment.ts";
import { cancelAppointment } from "./cancelAppointment/cancelAppointment.ts";
import { listAppointments } from "./listAppointments.ts";
import { moveAppointment } from "./moveAppointment/moveAppointment.ts";
import { endVisit } from "./receiveVisitor/endVisit.ts";
import { markNoShow } from "./receiveVisitor/markNoShow.ts";
import { receiveVisitor } from "./receiveVisitor/receiveVisitor.ts";
import { withdrawArrival } from "./receiveVisitor/withdrawArrival.ts";
import { showAppointment } from "./showAppointment.ts";
import { showCalendar } from "./showCalendar.ts";
import { walkIn } from "./walkIn/walkIn.ts";

export type { Appointment, AppointmentView } from "./appointment.ts";
export { AppointmentSchema, appointmentId, appointmentView, liveStates } from "./appointment.ts";
export { appointmentByNo, appointmentsOfClaim } from "./appointmentStore.ts";
export { deadlines } from "./deadlines.ts";
export { endAppointment, tellEnded } from "./endAppointment.ts";
export { newestOfClaim } from "./newestOfClaim.ts";
export { endAppointmentOfClaim, reactions } from "./reactions.ts";
export { type ChangeFacts, refusedChange } from "./refusedChange.ts";
export {
  blockBench,
  bookAppointment,
  cancelAppointment,
  confirmAppointment,
  endVisit,
  liftBlock,
  listAppointments,
  markNoShow,
  moveAppointment,
  receiveVisitor,
  showAppointment,
  showCalendar,
  walkIn,
  withdrawArrival,
};

/** Where visits are booked, changed, and taken in. */
export const appointmentRoutes = [
  bookAppointment,
  confirmAppointment,
  moveAppointment,
  cancelAppointment,
  receiveVisitor,
  withdrawArrival,
  markNoShow,
  endVisit,
  walkIn,
  listAppointments,
  showAppointment,
  showCalendar,
  blockBench,
  liftBlock,
];
