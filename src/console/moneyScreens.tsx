import { createRoute, lazyRouteComponent as lazy, redirect } from "@tanstack/react-router";
import { desk, list, screen } from "./desk.tsx";
import { moneyPages, moneyPagesOf } from "./money/moneyPages.ts";
import { NothingHere } from "./shell/notices.tsx";

/** Where the money screens begin, for whoever has any. */
const moneyStart = createRoute({
  getParentRoute: () => desk,
  path: "/money",
  beforeLoad: ({ context }) => {
    const [first] = moneyPagesOf(context.session.role);
    if (first !== undefined) {
      redirect({ to: moneyPages[first], throw: true });
    }
  },
  component: NothingHere,
});

/** Reconciliation begins with what differs. */
const reconcileStart = createRoute({
  getParentRoute: () => desk,
  path: "/money/reconciliation",
  beforeLoad: () => {
    redirect({ to: "/money/reconciliation/differences", throw: true });
  },
  component: () => null,
});

/** Every screen about money. */
export const moneyScreens = [
  moneyStart,
  reconcileStart,
  screen(
    "/money/charges",
    ["state", "purpose", "provider", "payment", "age", ...list],
    lazy(() => import("./money/chargesPage.tsx"), "ChargesPage"),
  ),
  screen(
    "/money/charges/$id",
    [],
    lazy(() => import("./money/chargePage.tsx"), "ChargePage"),
  ),
  screen(
    "/money/recoveries",
    ["q", "serial", "state", "view", "by", ...list],
    lazy(() => import("./recoveries/recoveriesPage.tsx"), "RecoveriesPage"),
  ),
  screen(
    "/money/recoveries/$id",
    [],
    lazy(() => import("./recoveries/recoveryPage.tsx"), "RecoveryPage"),
  ),
  screen(
    "/money/refunds",
    ["view", "kind", ...list],
    lazy(() => import("./money/refundsPage.tsx"), "RefundsPage"),
  ),
  screen(
    "/money/refunds/$id",
    [],
    lazy(() => import("./money/refundPage.tsx"), "RefundPage"),
  ),
  screen(
    "/money/holds",
    ["view", "state", ...list],
    lazy(() => import("./money/holdsPage.tsx"), "HoldsPage"),
  ),
  screen(
    "/money/holds/$id",
    [],
    lazy(() => import("./money/holdPage.tsx"), "HoldPage"),
  ),
  screen(
    "/money/returns",
    ["view", "order", ...list],
    lazy(() => import("./returns/returnsPage.tsx"), "ReturnsPage"),
  ),
  screen(
    "/money/disputes",
    ["state", ...list],
    lazy(() => import("./money/disputesPage.tsx"), "DisputesPage"),
  ),
  screen(
    "/money/disputes/$id",
    [],
    lazy(() => import("./money/disputePage.tsx"), "DisputePage"),
  ),
  screen(
    "/money/bank",
    ["state", ...list],
    lazy(() => import("./money/bankPage.tsx"), "BankPage"),
  ),
  screen(
    "/money/balances",
    ["order", ...list],
    lazy(() => import("./money/balancesPage.tsx"), "BalancesPage"),
  ),
  screen(
    "/money/invoices",
    ["view", ...list],
    lazy(() => import("./money/invoicesPage.tsx"), "InvoicesPage"),
  ),
  screen(
    "/money/issued",
    ["month", "kind", ...list],
    lazy(() => import("./money/issuedPage.tsx"), "IssuedPage"),
  ),
  screen(
    "/money/ledger",
    ["kind", "currency", "day", ...list],
    lazy(() => import("./money/ledgerPage.tsx"), "LedgerPage"),
  ),
  screen(
    "/money/ledger/$id",
    ["day", ...list],
    lazy(() => import("./money/accountPage.tsx"), "AccountPage"),
  ),
  screen(
    "/money/earnings",
    ["month", ...list],
    lazy(() => import("./money/earningsPage.tsx"), "EarningsPage"),
  ),
  screen(
    "/money/sales",
    ["programme", "plan", "region", "currency", "state", ...list],
    lazy(() => import("./money/salesPage.tsx"), "SalesPage"),
  ),
  screen(
    "/money/reconciliation/differences",
    ["state", "kind", "cause", "party", ...list],
    lazy(() => import("./reconciliation/differencesPage.tsx"), "DifferencesPage"),
  ),
  screen(
    "/money/reconciliation/differences/$id",
    [],
    lazy(() => import("./reconciliation/differencePage.tsx"), "DifferencePage"),
  ),
  screen(
    "/money/reconciliation/reports",
    ["kind", ...list],
    lazy(() => import("./reconciliation/reportsPage.tsx"), "ReportsPage"),
  ),
  screen(
    "/money/reconciliation/reports/$id",
    ["entry", "reference", ...list],
    lazy(() => import("./reconciliation/reportPage.tsx"), "ReportPage"),
  ),
  screen(
    "/money/reconciliation/nights",
    ["kind", "state", ...list],
    lazy(() => import("./reconciliation/nightsPage.tsx"), "NightsPage"),
  ),
  screen(
    "/money/reconciliation/ties",
    ["view", ...list],
    lazy(() => import("./reconciliation/tiesPage.tsx"), "TiesPage"),
  ),
  screen(
    "/money/reconciliation/tariffs",
    ["kind", ...list],
    lazy(() => import("./reconciliation/tariffsPage.tsx"), "TariffsPage"),
  ),
  screen(
    "/money/transfers",
    ["state", ...list],
    lazy(() => import("./money/transfersPage.tsx"), "TransfersPage"),
  ),
] as const;
