import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { moneyPagesOf } from "../money/moneyPages.ts";
import { useRole } from "../parts/useRole.ts";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";

/** On every screen while money and shipments wait: what is missing, and who ends it. */
export function ReconcileBanner() {
  const { role } = useRole();
  const { data } = useQuery(queries.status());
  const mode = data?.reconciling ?? undefined;
  if (mode === undefined) {
    return null;
  }
  const { missing } = mode;
  return (
    <div className="mode-banner" role="status">
      <b>{en.shell.reconciling}</b>{" "}
      <span>
        {missing.length === 0 ? en.shell.reconcileMatched : en.shell.reconcileMissing(missing.join("; "))}
      </span>{" "}
      {moneyPagesOf(role).includes("reconciliation") ? (
        <Link to="/money/reconciliation/differences">
          {missing.length === 0 ? en.shell.reconcileEnd : en.shell.reconcileShow}
        </Link>
      ) : (
        <span>{en.shell.reconcileManager}</span>
      )}
    </div>
  );
}
