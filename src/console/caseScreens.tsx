import { lazyRouteComponent as lazy } from "@tanstack/react-router";
import { calendarScreens } from "./calendarScreens.tsx";
import { list, screen } from "./desk.tsx";
import { deskScreens } from "./deskScreens.tsx";
import { inboxScreens } from "./inboxScreens.tsx";
import { poolScreens } from "./poolScreens.tsx";
import { reportScreens } from "./reportScreens.tsx";
import { reviewScreens } from "./reviewScreens.tsx";
import { verificationScreens } from "./verificationScreens.tsx";

/** The screens of a case, from the desk's queue to its end, and of all that is worked on beside it. */
export const caseScreens = [
  screen(
    "/queue",
    ["tab", "channel", "serial", ...list],
    lazy(() => import("./queue/queuePage.tsx"), "QueuePage"),
  ),
  screen(
    "/today",
    [],
    lazy(() => import("./today/todayPage.tsx"), "TodayPage"),
  ),
  screen(
    "/cases/$id",
    [],
    lazy(() => import("./case/casePage.tsx"), "CasePage"),
  ),
  screen(
    "/cases/$id/intake",
    [],
    lazy(() => import("./intake/intakePage.tsx"), "IntakePage"),
  ),
  screen(
    "/cases/$id/bench",
    [],
    lazy(() => import("./bench/benchPage.tsx"), "BenchPage"),
  ),
  screen(
    "/cases/$id/choice",
    [],
    lazy(() => import("./case/choicePage.tsx"), "ChoicePage"),
  ),
  screen(
    "/cases/$id/swap",
    [],
    lazy(() => import("./swap/swapPage.tsx"), "SwapPage"),
  ),
  screen(
    "/cases/$id/ship",
    [],
    lazy(() => import("./ship/shipPage.tsx"), "ShipPage"),
  ),
  ...calendarScreens,
  ...deskScreens,
  ...inboxScreens,
  ...poolScreens,
  ...reportScreens,
  ...reviewScreens,
  ...verificationScreens,
] as const;
