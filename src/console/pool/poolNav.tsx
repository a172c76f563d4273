import { SubTabs } from "../parts/subTabs.tsx";
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
  const tabs = names.map((name) => ({ to: places[name], says: words[name] }));
  return <SubTabs label={words.title} tabs={tabs} />;
}
