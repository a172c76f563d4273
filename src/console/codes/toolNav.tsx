import { Link } from "@tanstack/react-router";
import { useRole } from "../parts/index.ts";
import { tools as words } from "../words/en/tools.ts";

const places = {
  codes: "/codes",
  check: "/codes/check",
  till: "/codes/till",
  shops: "/codes/shops",
} as const;
const names = Object.keys(places) as (keyof typeof places)[];

/** The ways between what a reseller works with. Only who sells has a till. */
export function ToolNav() {
  const { role } = useRole();
  const shown = names.filter((name) => name !== "till" || role === "reseller" || role === "integrator");
  return (
    <nav className="sub-tabs" aria-label={words.title}>
      {shown.map((name) => (
        <Link
          key={name}
          to={places[name]}
          className="sub-tab"
          activeOptions={{ exact: name === "codes", includeSearch: false }}
          activeProps={{ "aria-current": "page" }}
        >
          {words.tabs[name]}
        </Link>
      ))}
    </nav>
  );
}
