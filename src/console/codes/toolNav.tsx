import { useRole } from "../parts/index.ts";
import { SubTabs } from "../parts/subTabs.tsx";
import { tools as words } from "../words/en/tools.ts";

const places = {
  codes: "/codes",
  check: "/codes/check",
  till: "/codes/till",
  shops: "/codes/shops",
} as const;
const names = Object.keys(places) as (keyof typeof places)[];

/** The ways between what a reseller works with. Only who sells has a till. */
export function ToolNav() {
  const { role } = useRole();
  const shown = names.filter((name) => name !== "till" || role === "reseller" || role === "integrator");
  const tabs = shown.map((name) => ({
    to: places[name],
    says: words.tabs[name],
    hasPagesBelow: name !== "codes",
  }));
  return <SubTabs label={words.title} tabs={tabs} />;
}
