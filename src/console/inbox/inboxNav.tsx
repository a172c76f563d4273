import { Link } from "@tanstack/react-router";
import { useRole } from "../parts/index.ts";
import { inbox as words } from "../words/en/inbox.ts";

const places = {
  waiting: "/inbox",
  mails: "/inbox/mails",
  dues: "/inbox/due",
  promises: "/inbox/promises",
  texts: "/inbox/texts",
} as const;
const names = Object.keys(places) as (keyof typeof places)[];

/** The ways between what waits for an answer, mails, and what falls due. */
export function InboxNav() {
  const { role } = useRole();
  const shown = role === "integrator" ? names.filter((name) => name !== "mails" && name !== "texts") : names;
  return (
    <nav className="sub-tabs" aria-label={words.title}>
      {shown.map((name) => (
        <Link
          key={name}
          to={places[name]}
          className="sub-tab"
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ "aria-current": "page" }}
        >
          {words.nav[name]}
        </Link>
      ))}
    </nav>
  );
}
