import type { CentreActs } from "./centreActs.ts";

/** Where the acts and reads about centres and visits are served. */
export const centreRoutes = {
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
