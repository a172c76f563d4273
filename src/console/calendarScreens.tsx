import { lazyRouteComponent as lazy } from "@tanstack/react-router";
import { list, screen } from "./desk.tsx";

/** The screens of who comes to a centre. */
export const calendarScreens = [
  screen(
    "/calendar",
    ["centre", "day", "view", ...list],
    lazy(() => import("./calendar/calendarPage.tsx"), "CalendarPage"),
  ),
  screen(
    "/calendar/list",
    ["state", ...list],
    lazy(() => import("./calendar/appointmentsPage.tsx"), "AppointmentsPage"),
  ),
  screen(
    "/calendar/centres",
    [...list],
    lazy(() => import("./calendar/centresPage.tsx"), "CentresPage"),
  ),
  screen(
    "/calendar/centres/new",
    [],
    lazy(() => import("./calendar/centrePage.tsx"), "NewCentrePage"),
  ),
  screen(
    "/calendar/centres/$id",
    [],
    lazy(() => import("./calendar/centrePage.tsx"), "CentrePage"),
  ),
  screen(
    "/calendar/visits/$id",
    [],
    lazy(() => import("./calendar/visitPage.tsx"), "VisitPage"),
  ),
] as const;
