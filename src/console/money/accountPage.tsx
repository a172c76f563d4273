import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { Account, Posting } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatInstant } from "../format/index.ts";
import { type Column, FactList, Money, useListSearch } from "../parts/index.ts";
import { ledger as words } from "../words/en/ledger.ts";
import { money } from "../words/en/money.ts";
import { AccountSum } from "./accountSum.tsx";
import {
  accountName,
  changeOf,
  MoneyFrame,
  moneyQueries,
  ObjectLink,
  type Side,
  sideOf,
  sumColumn,
} from "./index.ts";
import { DayBox, endOf } from "./ledgerPage.tsx";
import { MoneyList } from "./moneyList.tsx";

function columnsOf(side: Side): readonly Column<Posting>[] {
  const other = (posting: Posting) => (posting.debit.id === side.accountId ? posting.credit : posting.debit);
  return [
    {
      id: "at",
      head: words.at,
      value: ({ at }) => Date.parse(at),
      text: ({ at }) => at,
      cell: ({ at }) => <time dateTime={at}>{formatInstant(at)}</time>,
    },
    {
      id: "what",
      head: words.what,
      value: ({ what }) => what,
      text: ({ what, subject }) => [what, subject].filter(Boolean).join(" "),
      cell: ({ what, subject, charge }) => (
        <>
          {what} <ObjectLink id={subject?.startsWith("sal_") === true ? charge : (subject ?? charge)} />
        </>
      ),
    },
    {
      id: "other",
      from: "tablet",
      head: words.other,
      value: (posting) => accountName(other(posting).kind, other(posting).party),
      cell: (posting) => accountName(other(posting).kind, other(posting).party),
    },
    sumColumn("change", words.change, (posting) => ({
      amount: changeOf(side, posting),
      currency: posting.amount.currency,
    })),
  ];
}

/** One account: what went through it, and that it adds up to what is in it. */
export function AccountPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { search } = useListSearch();
  const accounts = useQuery(moneyQueries.accounts({ id, limit: 1, ...endOf(search.day) }));
  const account = accounts.data?.data.find((one) => one.id === id);
  if (account === undefined) {
    return (
      <MoneyFrame title={words.account} about={<code>{id}</code>}>
        {accounts.data === undefined ? null : <p>{money.emptyFiltered}</p>}
      </MoneyFrame>
    );
  }
  return <AccountRows account={account} />;
}

function AccountRows({ account }: { readonly account: Account }) {
  const { search, onFilter } = useListSearch();
  const { day, after } = search;
  const { id, kind, party, programme, region, balance } = account;
  const side = sideOf(account);
  const { asOf } = endOf(day);
  const question = { id, ...(asOf && { until: asOf }) };
  const query = useQuery(moneyQueries.accountPostings({ limit: 100, ...question, ...(after && { after }) }));
  return (
    <MoneyList
      title={accountName(kind, party)}
      about={
        <FactList
          facts={[
            [words.balance, <Money key="balance" of={balance} />],
            [words.programme, `${programme}, ${region}`],
          ]}
        />
      }
      query={query}
      columns={columnsOf(side)}
      rowKey={({ root, no }) => `${root} ${no}`}
      whole={() => everyRow(client.listAccountPostings, question as never)}
      empty={words.accountsEmpty}
      filters={<DayBox day={day} onDay={(chosen) => onFilter({ day: chosen })} />}
      after={
        query.data === undefined ? null : (
          <AccountSum
            key={`${id} ${day ?? ""} ${account.postings}`}
            account={account}
            shown={query.data.data}
            whole={() => everyRow(client.listAccountPostings, question as never)}
          />
        )
      }
    />
  );
}
