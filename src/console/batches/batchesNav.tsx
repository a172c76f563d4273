import { SubTabs } from "../parts/subTabs.tsx";
import { batches as words } from "../words/en/batches.ts";

const places = { supply: "/supply", batches: "/batches", settlement: "/batches/settlement" } as const;
const names = Object.keys(places) as (keyof typeof places)[];

/** The ways between the lists of codes. */
export function BatchesNav() {
  const tabs = names.map((name) => ({ to: places[name], says: words.tabs[name] }));
  return <SubTabs label={words.title} tabs={tabs} />;
}
