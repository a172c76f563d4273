import { useRole } from "../parts/index.ts";
import { SubTabs } from "../parts/subTabs.tsx";
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
  const tabs = shown.map((name) => ({ to: places[name], says: words.nav[name] }));
  return <SubTabs label={words.title} tabs={tabs} />;
}
