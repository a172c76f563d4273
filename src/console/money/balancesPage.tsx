import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { type Column, useListSearch, useRole } from "../parts/index.ts";
import { money as words } from "../words/en/money.ts";
import { moneyQueries, ObjectLink, sumColumn, timeColumn } from "./index.ts";
import { MoneyList } from "./moneyList.tsx";
import { type Balance, PayOut } from "./payOut.tsx";

function columnsFor(onPayOut: ((balance: Balance) => void) | undefined): readonly Column<Balance>[] {
  return [
    {
      id: "payer",
      head: words.payer,
      value: ({ party }) => party,
      cell: ({ party }) => <ObjectLink id={party} />,
    },
    timeColumn("since", words.since, ({ since }) => since, { from: "tablet" }),
    sumColumn("balance", words.balance, ({ amount }) => amount),
    sumColumn("payable", words.payable, ({ payable }) => payable, { from: "tablet" }),
    sumColumn("provider", words.byProvider, ({ byProvider }) => byProvider, { from: "desk" }),
    {
      id: "act",
      head: words.payOut,
      unsorted: true,
      value: () => undefined,
      cell: (balance) =>
        onPayOut === undefined || balance.payable.amount === 0 ? null : (
          <button type="button" className="text-button" onClick={() => onPayOut(balance)}>
            {words.payOut}…
          </button>
        ),
    },
  ];
}

/** What payers have with us: paid too much, or put there; and the way to pay it out. */
export function BalancesPage() {
  const { search, onFilter } = useListSearch();
  const { role } = useRole();
  const [chosen, choose] = useState<Balance>();
  const { order, after } = search;
  const filter = { ...(order === "largest" && { sort: "-amount" }) } as CommandOf<"listBalances">;
  const query = useQuery(moneyQueries.balances({ limit: 100, ...filter, ...(after && { after }) }));
  return (
    <MoneyList
      title={words.pages.balances}
      query={query}
      columns={columnsFor(role === "manager" ? choose : undefined)}
      rowKey={({ party, currency }) => `${party} ${currency}`}
      whole={() => everyRow(client.listBalances, filter)}
      empty={words.balancesEmpty}
      filters={
        <NativeSelect
          aria-label={words.since}
          value={order ?? "oldest"}
          data={[
            { value: "oldest", label: words.oldest },
            { value: "largest", label: words.largest },
          ]}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ order: value === "oldest" ? undefined : value })
          }
        />
      }
    >
      {chosen === undefined ? null : (
        <PayOut key={chosen.party} balance={chosen} onClose={() => choose(undefined)} />
      )}
    </MoneyList>
  );
}
