import { createRootRoute, createRoute, Outlet, type RouteComponent, redirect } from "@tanstack/react-router";
import { queryClient } from "./client.ts";
import { queries } from "./queries.ts";
import { searchWith } from "./search.ts";
import { NothingHere } from "./shell/notices.tsx";
import { Shell } from "./shell/shell.tsx";

export const root = createRootRoute({ component: Outlet, notFoundComponent: NothingHere });

/** Everything behind the sign-in. */
export const desk = createRoute({
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

/** Most screens only differ in where they stand and what their address may say. */
export function screen<const Path extends string, const Name extends string>(
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

/** What the address of every list may say. */
export const list = ["sort", "down", "after"] as const;
