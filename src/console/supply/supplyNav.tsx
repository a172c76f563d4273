import { SubTabs } from "../parts/subTabs.tsx";
import { supply as words } from "../words/en/supply.ts";

const places = {
  imports: "/supply",
  suppliers: "/supply/suppliers",
  feeds: "/supply/feeds",
  products: "/supply/products",
  groups: "/supply/groups",
  models: "/supply/models",
  reports: "/supply/reports",
  codes: "/batches",
  deliveries: "/supply/deliveries",
  orders: "/supply/orders",
  parcels: "/supply/parcels",
  withdrawals: "/supply/withdrawals",
  holidays: "/supply/holidays",
  warranties: "/supply/warranties",
  agreements: "/supply/agreements",
} as const;
const names = Object.keys(places) as (keyof typeof places)[];

/** The ways between the lists of supply. */
export function SupplyNav() {
  const tabs = names.map((name) => ({ to: places[name], says: words.tabs[name] }));
  return <SubTabs label={words.title} tabs={tabs} />;
}
