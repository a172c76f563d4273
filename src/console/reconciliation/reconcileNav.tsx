import { Link } from "@tanstack/react-router";
import { useRole } from "../parts/index.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import { type ReconcilePage, reconcilePages } from "./reconcilePages.ts";

const names = Object.keys(reconcilePages) as ReconcilePage[];

/** The ways between the screens of reconciliation. What only a manager can do is shown to managers. */
export function ReconcileNav() {
  const { role } = useRole();
  return (
    <nav className="sub-tabs" aria-label={words.navigation}>
      {names
        .filter((name) => name !== "tariffs" || role === "manager")
        .map((name) => (
          <Link
            key={name}
            to={reconcilePages[name]}
            className="sub-tab"
            activeProps={{ "aria-current": "page" }}
          >
            {words.pages[name]}
          </Link>
        ))}
    </nav>
  );
}
