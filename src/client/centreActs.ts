import type {
  addCentre,
  blockBench,
  bookAppointment,
  cancelAppointment,
  confirmAppointment,
  endVisit,
  handOverDevice,
  liftBlock,
  listAppointments,
  listCentres,
  listSlots,
  markNoShow,
  moveAppointment,
  receiveVisitor,
  reviseCentre,
  showAppointment,
  showCalendar,
  showCentre,
  walkIn,
} from "../service/index.ts";

/** The acts and reads about centres and visits, by the names they have here. */
export interface CentreActs {
  readonly listCentres: typeof listCentres;
  readonly showCentre: typeof showCentre;
  readonly addCentre: typeof addCentre;
  readonly reviseCentre: typeof reviseCentre;
  readonly listSlots: typeof listSlots;
  readonly showCalendar: typeof showCalendar;
  readonly blockBench: typeof blockBench;
  readonly liftBlock: typeof liftBlock;
  readonly listAppointments: typeof listAppointments;
  readonly showAppointment: typeof showAppointment;
  readonly bookAppointment: typeof bookAppointment;
  readonly confirmAppointment: typeof confirmAppointment;
  readonly moveAppointment: typeof moveAppointment;
  readonly cancelAppointment: typeof cancelAppointment;
  readonly receiveVisitor: typeof receiveVisitor;
  readonly markNoShow: typeof markNoShow;
  readonly endVisit: typeof endVisit;
  readonly walkIn: typeof walkIn;
  readonly handOverDevice: typeof handOverDevice;
}
