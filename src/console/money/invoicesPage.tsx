import { useQuery } from "@tanstack/react-query";
import type { Receivable } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import type { Column } from "../parts/dataTable.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { money as words } from "../words/en/money.ts";
import { Chips } from "./choose.tsx";
import { openColumn, RowLink, stateColumn, sumColumn, timeColumn, wordColumn } from "./columns.tsx";
import { MoneyList } from "./moneyList.tsx";
import { moneyQueries } from "./moneyQueries.ts";

const names = { overdue: words.overdue, inTime: words.notOverdue };

const columns: readonly Column<Receivable>[] = [
  openColumn(
    words.charge,
    ({ chargeId }) => chargeId,
    ({ chargeId }, says) => (
      <RowLink to="/money/charges/$id" id={chargeId}>
        {says}
      </RowLink>
    ),
  ),
  wordColumn("reference", words.referenceText, ({ reference }) => reference, { from: "tablet" }),
  stateColumn(words.state, ({ isOverdue }) => (isOverdue ? "overdue" : "inTime"), names, {
    overdue: "problem",
    inTime: "waiting",
  }),
  timeColumn("invoiced", words.invoiced, ({ invoicedAt }) => invoicedAt, { from: "desk" }),
  timeColumn("due", words.due, ({ dueOn }) => dueOn, { from: "tablet" }),
  sumColumn("amount", words.amount, ({ amount }) => amount, { from: "tablet" }),
  sumColumn("missing", words.missing, ({ missing }) => missing),
];

/** What invoices still bring, the longest due first. */
export function InvoicesPage() {
  const { search, onFilter } = useListSearch();
  const { view, after } = search;
  const filter = view === "overdue" ? { overdue: true } : {};
  const query = useQuery(moneyQueries.receivables({ limit: 100, ...filter, ...(after && { after }) }));
  return (
    <MoneyList
      title={words.pages.invoices}
      query={query}
      columns={columns}
      rowKey={({ chargeId }) => chargeId}
      whole={() => everyRow(client.listReceivables, filter)}
      empty={view === undefined ? words.invoicesEmpty : words.invoicesEmptyOverdue}
      filters={
        <Chips
          label={words.state}
          names={{ overdue: words.overdue }}
          value={view}
          onChange={(chosen) => onFilter({ view: chosen })}
        />
      }
    />
  );
}
