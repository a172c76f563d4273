import { SubTabs } from "../parts/subTabs.tsx";
import { review as words } from "../words/en/review.ts";

const places = { queue: "/queue", overrides: "/review/overrides", appeals: "/review/appeals" } as const;
const names = Object.keys(places) as (keyof typeof places)[];

/** The ways between the work queue and what waits for somebody's decision. */
export function ReviewNav() {
  const tabs = names.map((name) => ({ to: places[name], says: words.tabs[name] }));
  return <SubTabs label={words.nav} tabs={tabs} />;
}
