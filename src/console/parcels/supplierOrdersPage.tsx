import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDay } from "../format/index.ts";
import {
  Badge,
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  useListSearch,
} from "../parts/index.ts";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { parcels as words } from "../words/en/parcels.ts";
import { parcelQueries, type SupplierOrder } from "./parcelQueries.ts";
import { supplierOrderTones } from "./supplierOrderTones.ts";

const views = Object.entries(words.orderViews).map(([value, label]) => ({ value, label }));

const day = (id: "orderedOn" | "promisedOn" | "expectedOn", head: string): Column<SupplierOrder> => ({
  ...{ id, head },
  value: (row) => row[id] ?? undefined,
  cell: (row) => (row[id] === null ? null : formatDay(row[id])),
});

const columns: readonly Column<SupplierOrder>[] = [
  {
    id: "supplier",
    head: words.supplier,
    value: ({ supplier }) => supplier,
    cell: ({ id, supplierName }) => (
      <Link className="row-link" to="/supply/orders/$id" params={{ id }}>
        {supplierName}
      </Link>
    ),
  },
  day("orderedOn", words.orderedOn),
  {
    ...{ id: "pieces", head: words.pieces, numeric: true },
    value: ({ pieces }) => pieces,
    cell: ({ pieces }) => pieces.toLocaleString("en"),
  },
  day("promisedOn", words.promisedOn),
  day("expectedOn", words.expectedOn),
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.orderStates[state],
    cell: ({ state }) => <Badge tone={supplierOrderTones[state]}>{words.orderStates[state]}</Badge>,
  },
];

/** What is ordered of suppliers, the newest first; what is not over, unless all of it is asked for. */
export function SupplierOrdersPage() {
  const { search, onFilter } = useListSearch();
  const { view = "open", after } = search;
  const filter = view === "all" ? {} : { open: true };
  const query = useQuery(parcelQueries.supplierOrders({ limit: 50, ...filter, ...(after && { after }) }));
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.supplierOrders}
        actions={
          <CsvButton
            name="supplier-orders"
            columns={columns}
            rows={() => everyRow(client.listSupplierOrders, filter)}
            empty={rows.length === 0}
          />
        }
      />
      <SupplyNav />
      <div className="filters">
        <NativeSelect
          aria-label={words.view}
          value={view}
          data={views}
          onChange={(event) => onFilter({ view: event.currentTarget.value })}
        />
      </div>
      <Listing
        label={words.supplierOrders}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={view === "all" ? words.ordersEmpty : words.ordersNone} />}
      />
    </div>
  );
}
