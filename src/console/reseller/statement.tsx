import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { formatInstant } from "../format/formatDate.ts";
import { ScrollBox } from "../money/smallTable.tsx";
import { FactList, Money, Section, Shown } from "../parts/index.ts";
import { resellerQueries, type StatementLine } from "../resellers/resellerQueries.ts";
import { reseller as words } from "../words/en/reseller.ts";
import { thisMonth } from "./thisMonth.ts";

/** A month of a reseller's account, line by line as the ledger has it. */
export function Statement({ id, currency }: { readonly id: string; readonly currency: string }) {
  const [month, setMonth] = useState(thisMonth);
  const query = useQuery(resellerQueries.statement(id, month));
  const money = (amount: number) => <Money of={{ amount, currency }} />;
  const file = `/v1/resellers/${id}/statements`;
  return (
    <Section title={words.statementsTitle}>
      <div className="row end">
        <TextInput
          label={words.month}
          type="month"
          required
          value={month}
          onChange={(event) => setMonth(event.currentTarget.value || thisMonth())}
        />
        <a className="button" href={`${file}?month=${month}&format=csv`} download={`${month}.csv`}>
          {words.csv}
        </a>
        <a className="button" href={`${file}.pdf?month=${month}`} download={`${month}.pdf`}>
          {words.pdf}
        </a>
      </div>
      <Shown query={query}>
        {({ opening, closing, data }) => (
          <>
            <FactList
              facts={[
                [`${words.opening}: ${words.accounts.balance}`, money(opening.balance)],
                [`${words.opening}: ${words.accounts.invoice}`, money(opening.invoice)],
              ]}
            />
            {data.length === 0 ? (
              <p className="muted">{words.statementEmpty}</p>
            ) : (
              <StatementTable lines={data} money={money} />
            )}
            <FactList
              facts={[
                [`${words.closing}: ${words.accounts.balance}`, money(closing.balance)],
                [`${words.closing}: ${words.accounts.invoice}`, money(closing.invoice)],
              ]}
            />
          </>
        )}
      </Shown>
    </Section>
  );
}

function StatementTable(props: {
  readonly lines: readonly StatementLine[];
  readonly money: (amount: number) => React.ReactNode;
}) {
  const { lines, money } = props;
  return (
    <ScrollBox label={words.statementsTitle}>
      <table className="table" aria-label={words.statementsTitle}>
        <thead>
          <tr>
            <th scope="col">{words.at}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.order}</th>
            <th scope="col">{words.onWhat}</th>
            <th scope="col" className="number">
              {words.amount}
            </th>
            <th scope="col" className="number">
              {words.after}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ at, kind, orderId, account, amountMinor, afterMinor, rootId, source }) => (
            <tr key={`${rootId} ${source} ${account}`}>
              <td>{formatInstant(at)}</td>
              <td>{words.kinds[kind]}</td>
              <td>
                {orderId === null ? null : (
                  <Link to="/orders/$id" params={{ id: orderId }}>
                    {orderId.slice(-6)}
                  </Link>
                )}
              </td>
              <td>{words.accounts[account]}</td>
              <td className="number">{money(amountMinor)}</td>
              <td className="number">{money(afterMinor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
