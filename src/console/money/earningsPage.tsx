import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CommandOf, Earnings } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { ButtonLink, type Column, useListSearch } from "../parts/index.ts";
import { ledger as words } from "../words/en/ledger.ts";
import { money } from "../words/en/money.ts";
import { en } from "../words/en.ts";
import { Curves } from "./curves.tsx";
import { moneyQueries, sumColumn, wordColumn } from "./index.ts";
import { MoneyList } from "./moneyList.tsx";

const planOf = ({ plan }: Earnings) => en.field.plans[plan] ?? plan;
const sum = (id: string, head: string, minor: (row: Earnings) => number, from?: "tablet" | "desk") =>
  sumColumn<Earnings>(
    id,
    head,
    (row) => ({ amount: minor(row), currency: row.currency }),
    from === undefined ? {} : { from },
  );

const columns: readonly Column<Earnings>[] = [
  {
    id: "plan",
    head: words.plan,
    value: planOf,
    cell: (row) => (
      <Link
        className="row-link"
        to="/money/sales"
        search={{ programme: row.programme, plan: row.plan, region: row.region, currency: row.currency }}
      >
        {planOf(row)}
      </Link>
    ),
  },
  wordColumn("region", words.region, ({ region }) => region, { from: "tablet" }),
  sum("opened", words.opened, ({ openedMinor }) => openedMinor, "desk"),
  sum("sold", words.sold, ({ soldMinor }) => soldMinor, "tablet"),
  sum("earned", words.earned, ({ earnedMinor }) => earnedMinor),
  sum("refunded", words.refunded, ({ refundedMinor }) => refundedMinor, "desk"),
  sum("deferred", words.deferred, ({ deferredMinor }) => deferredMinor),
];

/** What plans were sold for, have earned, gave back and still owe, in a month or until now. */
export function EarningsPage() {
  const { search, onFilter } = useListSearch();
  const { month } = search;
  const filter: CommandOf<"showEarnings"> = month === undefined ? {} : { month };
  const query = useQuery(moneyQueries.earnings(filter));
  return (
    <MoneyList
      title={money.pages.earnings}
      query={query}
      columns={columns}
      rowKey={({ programme, plan, region, currency }) => [programme, plan, region, currency].join(" ")}
      whole={() => everyRow(client.showEarnings, filter)}
      empty={month === undefined ? words.earningsEmpty : money.emptyFiltered}
      actions={<ButtonLink to="/money/sales">{words.allSales}</ButtonLink>}
      filters={
        <div className="row">
          <span aria-hidden>{words.month}</span>
          <TextInput
            type="month"
            title={words.monthHint}
            aria-label={words.month}
            value={month ?? ""}
            onChange={(event) => onFilter({ month: event.currentTarget.value || undefined })}
          />
        </div>
      }
      after={
        <>
          <p className="muted">{words.earningsTied}</p>
          <Curves />
        </>
      }
    />
  );
}
