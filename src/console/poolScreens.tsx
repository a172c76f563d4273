import { lazyRouteComponent as lazy } from "@tanstack/react-router";
import { list, screen } from "./desk.tsx";

const filters = ["model", "region", "grade", "centre", "shelf", "serial", "state"] as const;

/** The screens of the spare pool. */
export const poolScreens = [
  screen(
    "/pool",
    [...filters, ...list],
    lazy(() => import("./pool/poolPage.tsx"), "PoolPage"),
  ),
  screen(
    "/pool/units",
    [...filters, ...list],
    lazy(() => import("./pool/unitsPage.tsx"), "UnitsPage"),
  ),
  screen(
    "/pool/old",
    [...filters, ...list],
    lazy(() => import("./pool/unitsPage.tsx"), "OldUnitsPage"),
  ),
  screen(
    "/pool/waiting",
    [...list],
    lazy(() => import("./pool/waitsPage.tsx"), "WaitsPage"),
  ),
  screen(
    "/pool/in",
    [],
    lazy(() => import("./pool/takeInPage.tsx"), "TakeInPage"),
  ),
  screen(
    "/pool/count",
    [],
    lazy(() => import("./pool/countPage.tsx"), "CountPage"),
  ),
  screen(
    "/pool/units/$serial",
    [],
    lazy(() => import("./pool/unitPage.tsx"), "UnitPage"),
  ),
] as const;
