import { useRole } from "../parts/index.ts";
import { SubTabs } from "../parts/subTabs.tsx";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import { type ReconcilePage, reconcilePages } from "./reconcilePages.ts";

const names = Object.keys(reconcilePages) as ReconcilePage[];

/** The ways between the screens of reconciliation. What only a manager can do is shown to managers. */
export function ReconcileNav() {
  const { role } = useRole();
  const shown = names.filter((name) => name !== "tariffs" || role === "manager");
  const tabs = shown.map((name) => ({
    to: reconcilePages[name],
    says: words.pages[name],
    hasPagesBelow: true,
  }));
  return <SubTabs label={words.navigation} tabs={tabs} />;
}
