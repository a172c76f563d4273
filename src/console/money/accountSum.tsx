import { useState } from "react";
import type { Account, Posting } from "../../client/index.ts";
import { Money } from "../parts/money.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { Badge } from "../parts/stateBadge.tsx";
import { useAct } from "../parts/useAct.ts";
import { ledger as words } from "../words/en/ledger.ts";
import { changeOf, sideOf, sumOf } from "./accountSides.ts";

/** The sum of the rows beside the balance: at once where all are shown, else when all were read. */
export function AccountSum(props: {
  readonly account: Account;
  readonly shown: readonly Posting[];
  readonly whole: () => AsyncIterable<Posting>;
}) {
  const { account, shown, whole } = props;
  const side = sideOf(account);
  const [read, setRead] = useState<{ readonly count: number; readonly sum: number }>();
  const adding = useAct(
    async () => {
      let count = 0;
      let sum = 0;
      for await (const posting of whole()) {
        count += 1;
        sum += changeOf(side, posting);
      }
      return { count, sum };
    },
    (added) => setRead(added),
  );
  const isAll = shown.length === account.postings;
  const added = isAll ? { count: shown.length, sum: sumOf(side, shown) } : read;
  const partly = added ?? { count: shown.length, sum: sumOf(side, shown) };
  const isTied = added?.sum === account.balance.amount && added.count === account.postings;
  return (
    <div className="account-sum" role="status">
      <p>
        {words.rowsSum(partly.count)}:{" "}
        <b>
          <Money of={{ amount: partly.sum, currency: account.currency }} />
        </b>{" "}
        {added === undefined ? null : (
          <Badge tone={isTied ? "ok" : "problem"}>{isTied ? words.tied : words.untied}</Badge>
        )}
      </p>
      {added === undefined ? (
        <p>
          {words.partOf(shown.length, account.postings)}{" "}
          <button
            type="button"
            className="text-button"
            disabled={adding.pending}
            onClick={() => adding.perform(undefined)}
          >
            {words.addUp(account.postings)}
          </button>
        </p>
      ) : null}
      {adding.problem === undefined ? null : <ProblemCard problem={adding.problem} />}
    </div>
  );
}
