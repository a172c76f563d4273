import type { CentreActs } from "./centreActs.ts";

/** Where the acts and reads of the bench, of centres and visits are served. */
export const centreRoutes = {
  showClaim: "GET /v1/claims/{id}",
  receiveDevice: "POST /v1/claims/{id}/intake",
  inspectDevice: "POST /v1/claims/{id}/inspection",
  replaceDevice: "POST /v1/claims/{id}/replacement",
  shipDevice: "POST /v1/claims/{id}/shipment",
  listCentres: "GET /v1/centres",
  showCentre: "GET /v1/centres/{id}",
  addCentre: "POST /v1/centres",
  reviseCentre: "PUT /v1/centres/{id}",
  listSlots: "GET /v1/centres/{id}/slots",
  showCalendar: "GET /v1/centres/{id}/calendar",
  blockBench: "POST /v1/centres/{id}/blocks",
  liftBlock: "POST /v1/blocks/{id}/lifting",
  listAppointments: "GET /v1/appointments",
  showAppointment: "GET /v1/appointments/{id}",
  bookAppointment: "POST /v1/appointments",
  confirmAppointment: "POST /v1/appointments/{id}/booking",
  moveAppointment: "POST /v1/appointments/{id}/move",
  cancelAppointment: "POST /v1/appointments/{id}/cancellation",
  receiveVisitor: "POST /v1/appointments/{id}/arrival",
  markNoShow: "POST /v1/appointments/{id}/no-show",
  endVisit: "POST /v1/appointments/{id}/departure",
  walkIn: "POST /v1/walk-ins",
  handOverDevice: "POST /v1/claims/{id}/hand-over",
} as const satisfies { [Name in keyof CentreActs]: CentreActs[Name]["route"] };
