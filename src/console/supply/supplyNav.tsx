import { Link } from "@tanstack/react-router";
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
