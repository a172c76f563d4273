import { lazyRouteComponent as lazy } from "@tanstack/react-router";
import { list, screen } from "./desk.tsx";

/** Where devices that are too late for a plan are looked at. */
export const verificationScreens = [
  screen(
    "/verifications",
    ["tab", "kind", "serial", "overdue", ...list],
    lazy(() => import("./verifications/verificationsPage.tsx"), "VerificationsPage"),
  ),
  screen(
    "/verifications/$id",
    [],
    lazy(() => import("./verifications/verificationPage.tsx"), "VerificationPage"),
  ),
] as const;
