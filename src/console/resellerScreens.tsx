import { lazyRouteComponent as lazy } from "@tanstack/react-router";
import { list, screen } from "./desk.tsx";

/** Every screen of resellers, and of those who keep their contracts. */
export const resellerScreens = [
  screen(
    "/home",
    [],
    lazy(() => import("./reseller/homePage.tsx"), "HomePage"),
  ),
  screen(
    "/cart",
    [],
    lazy(() => import("./reseller/cartPage.tsx"), "CartPage"),
  ),
  screen(
    "/statements",
    [],
    lazy(() => import("./reseller/statementsPage.tsx"), "StatementsPage"),
  ),
  screen(
    "/team",
    [],
    lazy(() => import("./reseller/teamPage.tsx"), "TeamPage"),
  ),
  screen(
    "/resellers",
    ["q", "state", ...list],
    lazy(() => import("./resellers/resellersPage.tsx"), "ResellersPage"),
  ),
  screen(
    "/resellers/$id",
    [],
    lazy(() => import("./resellers/resellerPage.tsx"), "ResellerPage"),
  ),
] as const;
