import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Account, CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { type Column, useListSearch } from "../parts/index.ts";
import { ledger as words } from "../words/en/ledger.ts";
import { money } from "../words/en/money.ts";
import { Choose } from "./choose.tsx";
import { accountName, moneyQueries, sumColumn, wordColumn } from "./index.ts";
import { MoneyList } from "./moneyList.tsx";

/** The end of a day by UTC, as the server is asked for it. */
export function endOf(day: string | undefined): { readonly asOf?: string } {
  return day === undefined ? {} : { asOf: `${day}T23:59:59.999999Z` };
}

function columnsOn(day: string | undefined): readonly Column<Account>[] {
  const sumOf = (minor: (row: Account) => number) => (row: Account) => ({
    amount: minor(row),
    currency: row.currency,
  });
  return [
    {
      id: "account",
      head: words.account,
      value: ({ kind, party }) => accountName(kind, party),
      cell: ({ id, kind, party }) => (
        <Link className="row-link" to="/money/ledger/$id" params={{ id }} search={{ day }}>
          {accountName(kind, party)}
        </Link>
      ),
    },
    wordColumn("programme", words.programme, ({ programme }) => programme, { from: "desk" }),
    wordColumn("region", words.region, ({ region }) => region, { from: "tablet" }),
    {
      ...sumColumn<Account>(
        "debited",
        words.debited,
        sumOf(({ debitedMinor }) => debitedMinor),
      ),
      from: "desk",
    },
    {
      ...sumColumn<Account>(
        "credited",
        words.credited,
        sumOf(({ creditedMinor }) => creditedMinor),
      ),
      from: "desk",
    },
    {
      id: "postings",
      from: "tablet",
      head: words.postings,
      numeric: true,
      value: ({ postings }) => postings,
      cell: ({ postings }) => postings,
    },
    sumColumn("balance", words.balance, ({ balance }) => balance),
  ];
}

/** Every account of the ledger with what is in it, now or at the end of a day. */
export function LedgerPage() {
  const { search, onFilter } = useListSearch();
  const { kind, day, currency, after } = search;
  const filter = {
    ...(kind && { kind }),
    ...(currency && { currency }),
    ...endOf(day),
  } as CommandOf<"listAccounts">;
  const query = useQuery(moneyQueries.accounts({ limit: 100, ...filter, ...(after && { after }) }));
  const filtered = kind !== undefined || currency !== undefined;
  return (
    <MoneyList
      title={money.pages.ledger}
      query={query}
      columns={columnsOn(day)}
      rowKey={({ id }) => id}
      whole={() => everyRow(client.listAccounts, filter)}
      empty={filtered ? money.emptyFiltered : words.accountsEmpty}
      filters={
        <>
          <Choose
            label={words.kind}
            names={words.kinds}
            value={kind}
            onChange={(chosen) => onFilter({ kind: chosen })}
          />
          <DayBox day={day} onDay={(chosen) => onFilter({ day: chosen })} />
        </>
      }
      after={<EvenBooks rows={filtered ? [] : (query.data?.data ?? [])} />}
    />
  );
}

/** The day as of whose end balances are shown. */
export function DayBox(props: {
  readonly day: string | undefined;
  readonly onDay: (day: string | undefined) => void;
}) {
  return (
    <div className="row">
      <span aria-hidden>{words.asOf}</span>
      <TextInput
        type="date"
        title={words.asOfHint}
        aria-label={words.asOf}
        value={props.day ?? ""}
        onChange={(event) => props.onDay(event.currentTarget.value || undefined)}
      />
    </div>
  );
}

/** By currency: everything debited equals everything credited, where all accounts are on the page. */
function EvenBooks({ rows }: { readonly rows: readonly Account[] }) {
  const byCurrency = [...Map.groupBy(rows, ({ currency }) => currency)];
  return byCurrency.map(([currency, accounts]) => {
    const debited = accounts.reduce((sum, { debitedMinor }) => sum + debitedMinor, 0);
    const credited = accounts.reduce((sum, { creditedMinor }) => sum + creditedMinor, 0);
    return (
      <p key={currency} className="muted">
        {currency}: {debited === credited ? words.evenBooks : words.oddBooks}
      </p>
    );
  });
}
