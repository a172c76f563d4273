import { createRoute, createRouter, lazyRouteComponent as lazy, redirect } from "@tanstack/react-router";
import { batchScreens } from "./batchScreens.tsx";
import { caseScreens } from "./caseScreens.tsx";
import { queryClient, whenSignedOut } from "./client.ts";
import { desk, list, root, screen } from "./desk.tsx";
import { moneyScreens } from "./moneyScreens.tsx";
import { queries } from "./queries.ts";
import { resellerScreens } from "./resellerScreens.tsx";
import { parseSearch, searchWith, stringifySearch } from "./search.ts";
import { BrokenScreen } from "./shell/notices.tsx";
import { pages, pagesOf } from "./shell/pagesOf.ts";
import { supplyScreens } from "./supplyScreens.tsx";
import { toolScreens } from "./toolScreens.tsx";

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

const screens = [
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
] as const;

const routeTree = root.addChildren([
  signInRoute,
  desk.addChildren([
    start,
    ...screens,
    ...caseScreens,
    ...moneyScreens,
    ...supplyScreens,
    ...resellerScreens,
    ...batchScreens,
    ...toolScreens,
  ]),
]);

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
