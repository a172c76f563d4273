import { useQuery } from "@tanstack/react-query";
import type { CommandOf, IssuedInvoice } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import type { Column } from "../parts/dataTable.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { issued as words } from "../words/en/issued.ts";
import { Chips } from "./choose.tsx";
import { openColumn, RowLink, sumColumn, timeColumn, wordColumn } from "./columns.tsx";
import { MoneyList } from "./moneyList.tsx";
import { moneyQueries } from "./moneyQueries.ts";

const columns: readonly Column<IssuedInvoice>[] = [
  {
    id: "number",
    head: words.number,
    value: ({ number }) => number,
    cell: ({ number, pdf }) => (
      <a className="row-link" href={pdf} target="_blank" rel="noreferrer">
        {number}
      </a>
    ),
  },
  wordColumn("kind", words.kind, ({ kind }) => words.kinds[kind]),
  openColumn(
    words.order,
    ({ order }) => order,
    ({ order }, says) => (
      <RowLink to="/orders/$id" id={order}>
        {says}
      </RowLink>
    ),
  ),
  timeColumn("issued", words.issuedOn, ({ issuedOn }) => issuedOn, { from: "tablet" }),
  timeColumn("due", words.due, ({ dueOn }) => dueOn, { from: "desk" }),
  wordColumn("country", words.country, ({ country }) => country, { from: "desk" }),
  wordColumn("vatId", words.vatId, ({ vatId, isReverseCharge }) => vatWords(vatId, isReverseCharge), {
    from: "desk",
  }),
  sumColumn("net", words.net, ({ net }) => net, { from: "desk" }),
  sumColumn("tax", words.tax, ({ tax }) => tax, { from: "tablet" }),
  sumColumn("gross", words.gross, ({ gross }) => gross),
];

function vatWords(vatId: string | null, isReverseCharge: boolean): string | null {
  return vatId === null || !isReverseCharge ? vatId : `${vatId} (${words.reverseCharge.toLowerCase()})`;
}

/** Invoices and credit notes that were issued, the newest first, by month and kind. */
export function IssuedPage() {
  const { search, onFilter } = useListSearch();
  const { month, kind, after } = search;
  const filter = {
    ...(month !== undefined && { month }),
    ...(kind !== undefined && { kind }),
  } as CommandOf<"listInvoices">;
  const query = useQuery(moneyQueries.issued({ limit: 100, ...filter, ...(after && { after }) }));
  const isFiltered = month !== undefined || kind !== undefined;
  return (
    <MoneyList
      title={words.title}
      about={query.data?.isIssuing === false ? words.notIssuing : words.about}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      whole={() => everyRow(client.listInvoices, filter)}
      empty={isFiltered ? words.emptyFiltered : words.empty}
      filters={
        <>
          <Chips
            label={words.kind}
            names={words.kinds}
            value={kind}
            onChange={(chosen) => onFilter({ kind: chosen })}
          />
          <input
            type="month"
            className="field"
            aria-label={words.month}
            value={month ?? ""}
            onChange={(event) => onFilter({ month: event.currentTarget.value || undefined })}
          />
        </>
      }
    />
  );
}
