import { SubTabs } from "../parts/subTabs.tsx";
import { calendar as words } from "../words/en/calendar.ts";

const places = { title: "/calendar", list: "/calendar/list", centres: "/calendar/centres" } as const;
const names = Object.keys(places) as (keyof typeof places)[];

/** The ways between the calendar, its list, and the centres. */
export function CalendarNav() {
  const tabs = names.map((name) => ({ to: places[name], says: words[name] }));
  return <SubTabs label={words.title} tabs={tabs} />;
}
