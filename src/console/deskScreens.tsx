import { lazyRouteComponent as lazy } from "@tanstack/react-router";
import { list, screen } from "./desk.tsx";

/** From the first scan to the quote, and the lists that are kept for it. */
export const deskScreens = [
  screen(
    "/intake",
    ["scan"],
    lazy(() => import("./intake/scanPage.tsx"), "ScanPage"),
  ),
  screen(
    "/intake/strays",
    [...list],
    lazy(() => import("./strays/straysPage.tsx"), "StraysPage"),
  ),
  screen(
    "/cases/$id/quote",
    [],
    lazy(() => import("./quote/quotePage.tsx"), "QuotePage"),
  ),
  screen(
    "/bench/prices",
    [...list, "kind", "region", "model", "search"],
    lazy(() => import("./benchLists/pricesPage.tsx"), "PricesPage"),
  ),
  screen(
    "/bench/codes",
    [...list, "kind", "families", "search"],
    lazy(() => import("./benchLists/codesPage.tsx"), "CodesPage"),
  ),
] as const;
