import { lazyRouteComponent as lazy } from "@tanstack/react-router";
import { list, screen } from "./desk.tsx";

/** The screens around a case: reports by telephone, guides before it, what owners say after it. */
export const reportScreens = [
  screen(
    "/report",
    ["q", ...list],
    lazy(() => import("./report/reportPage.tsx"), "ReportPage"),
  ),
  screen(
    "/report/$id",
    ["serial"],
    lazy(() => import("./report/callerPage.tsx"), "CallerPage"),
  ),
  screen(
    "/guides",
    ["state", "cause", ...list],
    lazy(() => import("./guides/guidesPage.tsx"), "GuidesPage"),
  ),
  screen(
    "/guides/new",
    [],
    lazy(() => import("./guides/guidePage.tsx"), "NewGuidePage"),
  ),
  screen(
    "/guides/answers",
    ["easy", ...list],
    lazy(() => import("./guides/answersPage.tsx"), "AnswersPage"),
  ),
  screen(
    "/guides/$id",
    [],
    lazy(() => import("./guides/guidePage.tsx"), "GuidePage"),
  ),
] as const;
