import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent as lazy,
  Outlet,
  type RouteComponent,
  redirect,
} from "@tanstack/react-router";
import { queryClient, whenSignedOut } from "./client.ts";
import { moneyPages, moneyPagesOf } from "./money/moneyPages.ts";
import { queries } from "./queries.ts";
import { parseSearch, searchWith, stringifySearch } from "./search.ts";
import { BrokenScreen, NothingHere } from "./shell/notices.tsx";
import { pages, pagesOf } from "./shell/pagesOf.ts";
import { Shell } from "./shell/shell.tsx";

const root = createRootRoute({ component: Outlet, notFoundComponent: NothingHere });

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: searchWith("to", "ended"),
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(queries.session());
    if (session.role !== "public") {
      redirect({ to: "/", throw: true });
    }
  },
  component: lazy(() => import("./signIn/signInPage.tsx"), "SignInPage"),
});

/** Everything behind the sign-in. */
const desk = createRoute({
  getParentRoute: () => root,
  id: "desk",
  component: Shell,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(queries.session());
    if (session.role === "public") {
      redirect({ to: "/sign-in", search: { to: location.href }, throw: true });
    }
    return { session };
  },
});

const start = createRoute({
  getParentRoute: () => desk,
  path: "/",
  beforeLoad: ({ context }) => {
    const [first] = pagesOf[context.session.role];
    if (first !== undefined) {
      redirect({ to: pages[first], throw: true });
    }
  },
  component: () => null,
});

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

/** Most screens only differ in where they stand and what their address may say. */
function screen<const Path extends string, const Name extends string>(
  path: Path,
  names: readonly Name[],
  component: RouteComponent,
) {
  return createRoute({
    getParentRoute: () => desk,
    path,
    validateSearch: searchWith(...names),
    component,
  });
}

const list = ["sort", "down", "after"] as const;
const screens = [
  screen(
    "/queue",
    ["tab", "channel", "serial", ...list],
    lazy(() => import("./queue/queuePage.tsx"), "QueuePage"),
  ),
  screen(
    "/cases/$id",
    [],
    lazy(() => import("./case/casePage.tsx"), "CasePage"),
  ),
  screen(
    "/cases/$id/intake",
    [],
    lazy(() => import("./intake/intakePage.tsx"), "IntakePage"),
  ),
  screen(
    "/cases/$id/bench",
    [],
    lazy(() => import("./bench/benchPage.tsx"), "BenchPage"),
  ),
  screen(
    "/cases/$id/choice",
    [],
    lazy(() => import("./case/choicePage.tsx"), "ChoicePage"),
  ),
  screen(
    "/cases/$id/swap",
    [],
    lazy(() => import("./swap/swapPage.tsx"), "SwapPage"),
  ),
  screen(
    "/cases/$id/ship",
    [],
    lazy(() => import("./ship/shipPage.tsx"), "ShipPage"),
  ),
  screen(
    "/shop",
    ["q", ...list],
    lazy(() => import("./shop/cataloguePage.tsx"), "CataloguePage"),
  ),
  screen(
    "/shop/$sku",
    [],
    lazy(() => import("./shop/orderFormPage.tsx"), "OrderFormPage"),
  ),
  screen(
    "/orders",
    ["state", ...list],
    lazy(() => import("./orders/ordersPage.tsx"), "OrdersPage"),
  ),
  screen(
    "/orders/$id",
    [],
    lazy(() => import("./orders/orderPage.tsx"), "OrderPage"),
  ),
  screen(
    "/contracts",
    ["state", "product", ...list],
    lazy(() => import("./contracts/contractsPage.tsx"), "ContractsPage"),
  ),
  screen(
    "/contracts/$id",
    [],
    lazy(() => import("./contracts/contractPage.tsx"), "ContractPage"),
  ),
  screen(
    "/devices/$id",
    [],
    lazy(() => import("./contracts/devicePage.tsx"), "DevicePage"),
  ),
  screen(
    "/terms",
    ["programme", "clause", "q"],
    lazy(() => import("./terms/termsPage.tsx"), "TermsPage"),
  ),
  screen(
    "/keys",
    [...list],
    lazy(() => import("./keys/keysPage.tsx"), "KeysPage"),
  ),
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
    "/money/invoices",
    ["view", ...list],
    lazy(() => import("./money/invoicesPage.tsx"), "InvoicesPage"),
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
    "/money/transfers",
    ["state", ...list],
    lazy(() => import("./money/transfersPage.tsx"), "TransfersPage"),
  ),
] as const;

const routeTree = root.addChildren([signInRoute, desk.addChildren([start, moneyStart, ...screens])]);

export const router = createRouter({
  routeTree,
  basepath: "/console",
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultErrorComponent: BrokenScreen,
  scrollRestoration: true,
});

whenSignedOut(() => {
  if (router.state.location.pathname !== "/sign-in") {
    void router.navigate({ to: "/sign-in", search: { to: router.state.location.href, ended: "true" } });
  }
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
