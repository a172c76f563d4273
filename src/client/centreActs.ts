import type {
  addCentre,
  blockBench,
  bookAppointment,
  cancelAppointment,
  confirmAppointment,
  confirmDelivery,
  endVisit,
  handOverDevice,
  inspectDevice,
  liftBlock,
  listAppointments,
  listCentreHistory,
  listCentres,
  listSlots,
  markNoShow,
  moveAppointment,
  receiveDevice,
  receiveVisitor,
  replaceDevice,
  reviseCentre,
  setContacts,
  shipDevice,
  showAppointment,
  showCalendar,
  showCentre,
  showClaim,
  showContacts,
  switchChannel,
  walkIn,
  withdrawArrival,
} from "../service/index.ts";

/** The acts and reads of the bench, of centres and visits, by the names they have here. */
export interface CentreActs {
  readonly showClaim: typeof showClaim;
  readonly receiveDevice: typeof receiveDevice;
  readonly inspectDevice: typeof inspectDevice;
  readonly replaceDevice: typeof replaceDevice;
  readonly shipDevice: typeof shipDevice;
  readonly listCentres: typeof listCentres;
  readonly listCentreHistory: typeof listCentreHistory;
  readonly showCentre: typeof showCentre;
  readonly addCentre: typeof addCentre;
  readonly reviseCentre: typeof reviseCentre;
  readonly showContacts: typeof showContacts;
  readonly setContacts: typeof setContacts;
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
  readonly withdrawArrival: typeof withdrawArrival;
  readonly markNoShow: typeof markNoShow;
  readonly endVisit: typeof endVisit;
  readonly walkIn: typeof walkIn;
  readonly switchChannel: typeof switchChannel;
  readonly handOverDevice: typeof handOverDevice;
  readonly confirmDelivery: typeof confirmDelivery;
}
