import { useQuery } from "@tanstack/react-query";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { type Column, CsvButton, Listing, useListSearch } from "../parts/index.ts";
import { supply as words } from "../words/en/supply.ts";
import { type Refusal, supplyQueries } from "./supplyQueries.ts";

const columns: readonly Column<Refusal>[] = [
  { id: "line", head: words.line, numeric: true, value: ({ line }) => line, cell: ({ line }) => line },
  {
    id: "field",
    head: words.field,
    value: ({ field }) => field,
    cell: ({ field }) => (field === "" ? null : <code>{field}</code>),
  },
  { id: "says", head: words.says, value: ({ says }) => says, cell: ({ says }) => says },
  { id: "given", head: words.given, value: ({ given }) => given, cell: ({ given }) => <code>{given}</code> },
];

/** What is wrong with which row, and all of it as a file. */
export function RefusalList({ id, refused }: { readonly id: string; readonly refused: number }) {
  const { search } = useListSearch();
  const { after } = search;
  const query = useQuery(supplyQueries.refusals({ id, limit: 100, ...(after && { after }) }, refused));
  const rows = query.data?.data ?? [];
  if (refused === 0) {
    return <p>{words.refusalsNone}</p>;
  }
  return (
    <>
      <CsvButton
        name="refused-rows"
        columns={columns}
        rows={() => everyRow((question) => client.listImportRefusals({ ...question, id }), {})}
        empty={rows.length === 0}
      />
      <Listing
        label={words.refusals}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ line, field, code }) => `${line} ${field} ${code}`}
        empty={<p>{words.refusalsNone}</p>}
      />
    </>
  );
}
