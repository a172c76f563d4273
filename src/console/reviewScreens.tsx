import { lazyRouteComponent as lazy } from "@tanstack/react-router";
import { list, screen } from "./desk.tsx";

/** The screens of decisions that somebody else makes: overrides above an authority, and appeals. */
export const reviewScreens = [
  screen(
    "/review/overrides",
    ["state", "reason", ...list],
    lazy(() => import("./review/overridesPage.tsx"), "OverridesPage"),
  ),
  screen(
    "/review/appeals",
    ["state", ...list],
    lazy(() => import("./review/appealsPage.tsx"), "AppealsPage"),
  ),
  screen(
    "/review/appeals/$id",
    [],
    lazy(() => import("./review/appealPage.tsx"), "AppealPage"),
  ),
] as const;
