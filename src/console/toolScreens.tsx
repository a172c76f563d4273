import { lazyRouteComponent as lazy } from "@tanstack/react-router";
import { list, screen } from "./desk.tsx";

/** What a reseller works with beside its orders. */
export const toolScreens = [
  screen(
    "/codes",
    ["state", "order", "sku", "last4", "since", ...list],
    lazy(() => import("./codes/codesPage.tsx"), "CodesPage"),
  ),
  screen(
    "/codes/check",
    [],
    lazy(() => import("./eligibility/eligibilityPage.tsx"), "EligibilityPage"),
  ),
  screen(
    "/codes/till",
    [],
    lazy(() => import("./till/tillPage.tsx"), "TillPage"),
  ),
  screen(
    "/codes/shops",
    [...list],
    lazy(() => import("./connect/shopsPage.tsx"), "ShopsPage"),
  ),
  screen(
    "/codes/shops/$id",
    ["state", ...list],
    lazy(() => import("./connect/shopPage.tsx"), "ShopPage"),
  ),
] as const;
