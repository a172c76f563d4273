import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { type Column, CsvButton, EmptyState, Listing, PageHead, useListSearch } from "../parts/index.ts";
import { batches as words } from "../words/en/batches.ts";
import { BatchesNav } from "./batchesNav.tsx";
import { batchQueries, type SettlementRow } from "./batchQueries.ts";
import { FigureLink } from "./figureLink.tsx";

const figures = ["stock", "sold", "delivered", "redeemed", "void", "expired"] as const;
const ways = Object.entries(words.ways).map(([value, label]) => ({ value, label }));

const behind = ({ batch, reseller, month }: SettlementRow) =>
  batch === null ? { reseller: reseller ?? "nobody", month: month ?? undefined } : { batch };

const numbers = (name: "minted" | "difference"): Column<SettlementRow> => ({
  ...{ id: name, head: words[name], numeric: true },
  value: (row) => row[name],
  cell: (row) => row[name].toLocaleString("en"),
});

const counted: readonly Column<SettlementRow>[] = [
  numbers("minted"),
  ...figures.map(
    (name): Column<SettlementRow> => ({
      ...{ id: name, head: words.figures[name], numeric: true },
      value: (row) => row[name],
      cell: (row) => <FigureLink count={row[name]} search={{ ...behind(row), state: name }} />,
    }),
  ),
  numbers("difference"),
];

const byBatch: readonly Column<SettlementRow>[] = [
  {
    id: "batch",
    head: words.batch,
    value: ({ batch }) => batch ?? undefined,
    cell: ({ batch, sku, region }) => (
      <Link className="row-link" to="/batches/$id" params={{ id: batch ?? "" }}>
        {sku} {region}
      </Link>
    ),
  },
  ...counted,
];

const byReseller: readonly Column<SettlementRow>[] = [
  { id: "month", head: words.month, value: ({ month }) => month ?? undefined, cell: ({ month }) => month },
  {
    id: "reseller",
    head: words.reseller,
    value: ({ name }) => name ?? words.nobody,
    cell: ({ name }) => name ?? words.nobody,
  },
  ...counted,
];

/** What became of every code, by batch or by reseller and month; each figure opens its codes. */
export function SettlementPage() {
  const { search, onFilter } = useListSearch();
  const { by = "batch", month, after } = search;
  const filter = { by, ...(month && { month }) } as CommandOf<"listSettlement">;
  const query = useQuery(batchQueries.settlement({ limit: 50, ...filter, ...(after && { after }) }));
  const rows = query.data?.data ?? [];
  const columns = by === "batch" ? byBatch : byReseller;
  return (
    <div className="page">
      <PageHead
        title={words.settlementTitle}
        actions={
          <CsvButton
            name={`code-settlement-${by}`}
            columns={columns}
            rows={() => everyRow(client.listSettlement, filter)}
            empty={rows.length === 0}
          />
        }
      />
      <BatchesNav />
      <p className="muted">{words.settlementNote}</p>
      <div className="filters">
        <NativeSelect
          aria-label={words.by}
          value={by}
          data={ways}
          onChange={(event) => onFilter({ by: event.currentTarget.value, month: undefined })}
        />
        {by === "batch" ? null : (
          <TextInput
            type="month"
            aria-label={words.month}
            value={month ?? ""}
            onChange={(event) => onFilter({ month: event.currentTarget.value || undefined })}
          />
        )}
      </div>
      <Listing
        label={words.settlementTitle}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ batch, month: of, reseller }) => `${batch} ${of} ${reseller}`}
        empty={<EmptyState says={words.settlementEmpty} />}
      />
    </div>
  );
}
