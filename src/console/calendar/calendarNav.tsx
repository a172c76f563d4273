import { SubTabs } from "../parts/subTabs.tsx";
import { calendar as words } from "../words/en/calendar.ts";
import { quotes } from "../words/en/quotes.ts";

const tabs = [
  { to: "/calendar", says: words.title },
  { to: "/calendar/list", says: words.list },
  { to: "/calendar/centres", says: words.centres },
  { to: "/bench/prices", says: quotes.prices },
  { to: "/bench/codes", says: quotes.codes },
] as const;

/** The ways between the calendar, its list, the centres, and the lists that their benches go by. */
export function CalendarNav() {
  return <SubTabs label={words.title} tabs={tabs} />;
}
