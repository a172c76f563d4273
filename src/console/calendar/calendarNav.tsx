import { Link } from "@tanstack/react-router";
import { calendar as words } from "../words/en/calendar.ts";

const places = { title: "/calendar", list: "/calendar/list", centres: "/calendar/centres" } as const;
const names = Object.keys(places) as (keyof typeof places)[];

/** The ways between the calendar, its list, and the centres. */
export function CalendarNav() {
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
