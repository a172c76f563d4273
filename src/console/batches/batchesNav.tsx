import { Link } from "@tanstack/react-router";
import { batches as words } from "../words/en/batches.ts";

const places = { supply: "/supply", batches: "/batches", settlement: "/batches/settlement" } as const;
const names = Object.keys(places) as (keyof typeof places)[];

/** The ways between the lists of codes. */
export function BatchesNav() {
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
          {words.tabs[name]}
        </Link>
      ))}
    </nav>
  );
}
