import { Link } from "@tanstack/react-router";
import { pool as words } from "../words/en/pool.ts";

const places = {
  title: "/pool",
  units: "/pool/units",
  waiting: "/pool/waiting",
  old: "/pool/old",
  takeIn: "/pool/in",
  count: "/pool/count",
} as const;
const names = Object.keys(places) as (keyof typeof places)[];

/** The ways between the pages of the pool. */
export function PoolNav() {
  return (
    <nav className="sub-tabs" aria-label={words.title}>
      {names.map((name) => (
        <Link
          key={name}
          to={places[name]}
          className="sub-tab"
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ "aria-current": "page" }}
        >
          {words[name]}
        </Link>
      ))}
    </nav>
  );
}
