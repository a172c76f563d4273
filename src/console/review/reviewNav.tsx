import { Link } from "@tanstack/react-router";
import { review as words } from "../words/en/review.ts";

const places = { queue: "/queue", overrides: "/review/overrides", appeals: "/review/appeals" } as const;
const names = Object.keys(places) as (keyof typeof places)[];

/** The ways between the work queue and what waits for somebody's decision. */
export function ReviewNav() {
  return (
    <nav className="sub-tabs" aria-label={words.nav}>
      {names.map((name) => (
        <Link
          key={name}
          to={places[name]}
          className="sub-tab"
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ "aria-current": "page" }}
        >
          {words.tabs[name]}
        </Link>
      ))}
    </nav>
  );
}
