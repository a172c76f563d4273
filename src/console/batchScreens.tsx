import { lazyRouteComponent as lazy } from "@tanstack/react-router";
import { list, screen } from "./desk.tsx";

/** The screens of who has codes made. */
export const batchScreens = [
  screen(
    "/batches",
    ["state", ...list],
    lazy(() => import("./batches/batchesPage.tsx"), "BatchesPage"),
  ),
  screen(
    "/batches/settlement",
    ["by", "month", ...list],
    lazy(() => import("./batches/settlementPage.tsx"), "SettlementPage"),
  ),
  screen(
    "/batches/codes",
    ["batch", "reseller", "month", "state", ...list],
    lazy(() => import("./batches/settledCodesPage.tsx"), "SettledCodesPage"),
  ),
  screen(
    "/batches/$id",
    [],
    lazy(() => import("./batches/batchPage.tsx"), "BatchPage"),
  ),
] as const;
