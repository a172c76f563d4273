import { PageHead } from "../parts/index.ts";
import { reseller as words } from "../words/en/reseller.ts";
import { OwnReseller } from "./ownReseller.tsx";
import { Statement } from "./statement.tsx";

/** A reseller's own account, month by month. */
export function StatementsPage() {
  return (
    <div className="page">
      <PageHead title={words.statementsTitle} />
      <OwnReseller>{({ id, currency }) => <Statement id={id} currency={currency} />}</OwnReseller>
    </div>
  );
}
