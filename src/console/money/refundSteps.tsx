import type { Receipt } from "../../terms/index.ts";
import { formatInstant } from "../format/formatDate.ts";
import { Money } from "../parts/money.tsx";
import type { StoredReceipt } from "../parts/receiptView.tsx";
import { money as words } from "../words/en/money.ts";
import { SmallTable } from "./smallTable.tsx";

/** How a refund was reckoned, step by step, and what the other clauses would have paid. */
export function RefundSteps({ receipt }: { readonly receipt: StoredReceipt }) {
  const { refund } = receipt as Partial<Receipt>;
  if (refund === undefined) {
    return null;
  }
  const { currency, steps, others, by, payBy } = refund;
  const sum = (amount: number) => <Money key="sum" of={{ amount, currency }} />;
  return (
    <>
      <p>
        <b>{sum(refund.amount)}</b> <span className="muted">{whoSays(by)}</span>
        {payBy === null ? null : `, ${words.due.toLowerCase()} ${formatInstant(payBy)}`}
      </p>
      <SmallTable
        label={words.steps}
        heads={[words.steps, { number: words.amount }]}
        none=""
        rows={steps.map(({ says, amount }, place) => ({ key: String(place), cells: [says, sum(amount)] }))}
      />
      {others.length === 0 ? null : (
        <SmallTable
          label={words.others}
          heads={[words.others, { number: words.amount }]}
          none=""
          rows={others.map(({ clause, by: other, amount }) => ({
            key: clause,
            cells: [
              <span key="by">
                {whoSays(other)} <code>{clause}</code>
              </span>,
              sum(amount),
            ],
          }))}
        />
      )}
    </>
  );
}

function whoSays(by: string): string {
  return by === "terms" ? words.terms : words.law(by);
}
