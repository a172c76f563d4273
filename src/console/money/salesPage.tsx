import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CommandOf, Sale } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { type Column, useListSearch } from "../parts/index.ts";
import { ledger as words } from "../words/en/ledger.ts";
import { money } from "../words/en/money.ts";
import { en } from "../words/en.ts";
import { Chips } from "./choose.tsx";
import { moneyQueries, saleTones, stateColumn, sumColumn, timeColumn } from "./index.ts";
import { MoneyList } from "./moneyList.tsx";

const sum = (id: string, head: string, minor: (row: Sale) => number, from?: "tablet" | "desk") =>
  sumColumn<Sale>(
    id,
    head,
    (row) => ({ amount: minor(row), currency: row.currency }),
    from === undefined ? {} : { from },
  );

const columns: readonly Column<Sale>[] = [
  {
    id: "plan",
    head: words.plan,
    value: ({ id }) => id,
    cell: ({ plan, charge, region }) => (
      <Link className="row-link" to="/money/charges/$id" params={{ id: charge }}>
        {en.field.plans[plan] ?? plan} <span className="muted">{region}</span>
      </Link>
    ),
  },
  stateColumn(words.what, ({ state }) => state, money.saleStates, saleTones),
  timeColumn("sold", words.soldAt, ({ soldAt }) => soldAt, { from: "tablet" }),
  sum("net", money.net, ({ netMinor }) => netMinor),
  sum("deferred", money.deferred, ({ deferredMinor }) => deferredMinor, "tablet"),
  sum("earned", money.earned, ({ earnedMinor }) => earnedMinor, "tablet"),
  sum("refunded", money.refunded, ({ refundedMinor }) => refundedMinor, "desk"),
];

/** What was paid for each plan, and what became of it: the rows behind earnings. */
export function SalesPage() {
  const { search, onFilter } = useListSearch();
  const { programme, plan, region, currency, state, after } = search;
  const asked = Object.entries({ programme, plan, region, currency, state });
  const filter = Object.fromEntries(
    asked.filter(([, value]) => value !== undefined),
  ) as CommandOf<"listSales">;
  const query = useQuery(moneyQueries.sales({ limit: 100, ...filter, ...(after && { after }) }));
  return (
    <MoneyList
      title={words.salesTitle}
      about={plan === undefined ? undefined : `${en.field.plans[plan] ?? plan}, ${region ?? ""}`}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      whole={() => everyRow(client.listSales, filter)}
      empty={words.salesEmpty}
      filters={
        <Chips
          label={money.state}
          names={money.saleStates}
          value={state}
          onChange={(chosen) => onFilter({ state: chosen })}
        />
      }
    />
  );
}
