import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDay, formatInstant } from "../format/index.ts";
import { type Column, CsvButton, EmptyState, Listing, PageHead, useListSearch } from "../parts/index.ts";
import { batches as words } from "../words/en/batches.ts";
import { BatchesNav } from "./batchesNav.tsx";
import { batchQueries, type SettledCode } from "./batchQueries.ts";

const why = (row: SettledCode): string | undefined =>
  row.voidedFor === null ? undefined : words.why[row.voidedFor as keyof typeof words.why];

const columns: readonly Column<SettledCode>[] = [
  { id: "last4", head: words.last4, value: ({ last4 }) => last4, cell: ({ last4 }) => <code>{last4}</code> },
  { id: "sku", head: words.sku, value: ({ sku }) => sku, cell: ({ sku }) => sku },
  { id: "region", head: words.region, value: ({ region }) => region, cell: ({ region }) => region },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.figures[state],
    cell: ({ state }) => words.figures[state],
  },
  {
    id: "order",
    head: words.order,
    value: ({ order }) => order ?? undefined,
    cell: ({ order }) =>
      order === null ? null : (
        <Link to="/orders/$id" params={{ id: order }}>
          {order}
        </Link>
      ),
  },
  {
    id: "sold",
    head: words.soldAt,
    value: ({ soldAt }) => soldAt ?? undefined,
    cell: ({ soldAt }) => (soldAt === null ? null : <time dateTime={soldAt}>{formatInstant(soldAt)}</time>),
  },
  {
    id: "useBy",
    head: words.useBy,
    value: ({ useBy }) => useBy ?? undefined,
    cell: ({ useBy }) => (useBy === null ? words.forEver : formatDay(useBy)),
  },
  { id: "why", head: words.voidedFor, value: why, cell: why },
];

/** The codes behind a figure of the settlement. */
export function SettledCodesPage() {
  const { search } = useListSearch();
  const { batch, reseller, month, state, after } = search;
  const filter = {
    ...(batch && { batch }),
    ...(reseller && { reseller }),
    ...(month && { month }),
    ...(state && { state }),
  } as CommandOf<"listSettledCodes">;
  const query = useQuery(batchQueries.codes({ limit: 100, ...filter, ...(after && { after }) }));
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.codesTitle}
        actions={
          <CsvButton
            name="codes"
            columns={columns}
            rows={() => everyRow(client.listSettledCodes, filter)}
            empty={rows.length === 0}
          />
        }
      />
      <BatchesNav />
      <Listing
        label={words.codesTitle}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={words.codesEmpty} />}
      />
    </div>
  );
}
