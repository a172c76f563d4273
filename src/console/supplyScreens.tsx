import { lazyRouteComponent as lazy } from "@tanstack/react-router";
import { list, screen } from "./desk.tsx";

/** The screens of who keeps the shelf. */
export const supplyScreens = [
  screen(
    "/supply",
    ["state", ...list],
    lazy(() => import("./supply/importsPage.tsx"), "ImportsPage"),
  ),
  screen(
    "/supply/imports/$id",
    [...list],
    lazy(() => import("./supply/importPage.tsx"), "ImportPage"),
  ),
  screen(
    "/supply/suppliers",
    ["q", ...list],
    lazy(() => import("./supply/suppliersPage.tsx"), "SuppliersPage"),
  ),
  screen(
    "/supply/products",
    ["q", "kind", "listed", "supplier", ...list],
    lazy(() => import("./shelf/productsPage.tsx"), "ProductsPage"),
  ),
  screen(
    "/supply/products/$sku",
    ["tab", ...list],
    lazy(() => import("./shelf/productPage.tsx"), "ProductPage"),
  ),
  screen(
    "/supply/groups",
    [...list],
    lazy(() => import("./shelf/groupsPage.tsx"), "GroupsPage"),
  ),
  screen(
    "/supply/models",
    ["q", ...list],
    lazy(() => import("./shelf/modelsPage.tsx"), "ModelsPage"),
  ),
  screen(
    "/supply/feeds",
    [...list],
    lazy(() => import("./shelf/feedsPage.tsx"), "FeedsPage"),
  ),
  screen(
    "/supply/reports",
    ["state", ...list],
    lazy(() => import("./shelf/reportsPage.tsx"), "ReportsPage"),
  ),
  screen(
    "/supply/deliveries",
    [],
    lazy(() => import("./deliveries/deliveriesPage.tsx"), "DeliveriesPage"),
  ),
  screen(
    "/supply/orders",
    ["view", ...list],
    lazy(() => import("./parcels/supplierOrdersPage.tsx"), "SupplierOrdersPage"),
  ),
  screen(
    "/supply/orders/$id",
    [],
    lazy(() => import("./parcels/supplierOrderPage.tsx"), "SupplierOrderPage"),
  ),
  screen(
    "/supply/parcels",
    ["q", "view", ...list],
    lazy(() => import("./parcels/parcelsPage.tsx"), "ParcelsPage"),
  ),
  screen(
    "/supply/withdrawals",
    ["view", ...list],
    lazy(() => import("./promises/withdrawalsPage.tsx"), "WithdrawalsPage"),
  ),
  screen(
    "/supply/warranties",
    ["q", "component", "on", ...list],
    lazy(() => import("./warranties/rulesPage.tsx"), "RulesPage"),
  ),
  screen(
    "/supply/agreements",
    [...list],
    lazy(() => import("./recoveries/agreementsPage.tsx"), "AgreementsPage"),
  ),
  screen(
    "/supply/holidays",
    ["country", "year", ...list],
    lazy(() => import("./promises/holidaysPage.tsx"), "HolidaysPage"),
  ),
] as const;
