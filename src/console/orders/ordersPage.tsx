import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Order } from "../../client/index.ts";
import { formatInstant } from "../format/formatDate.ts";
import { formatMoney } from "../format/formatMoney.ts";
import { CsvButton } from "../parts/csvButton.tsx";
import { type Column, DataTable, Pager } from "../parts/dataTable.tsx";
import { Money } from "../parts/money.tsx";
import { ButtonLink, EmptyState, PageHead } from "../parts/page.tsx";
import { Shown } from "../parts/shown.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { useRole } from "../parts/useRole.ts";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";
import { OrderStateBadge } from "./orderState.tsx";

const words = en.shop;
const linesOf = ({ lines }: Order) =>
  lines.map(({ quantity, name }) => words.lineText(quantity, name)).join(", ");

const columns: readonly Column<Order>[] = [
  {
    id: "id",
    head: words.orderNo,
    value: ({ id }) => id,
    cell: ({ id }) => (
      <Link className="row-link" to="/orders/$id" params={{ id }}>
        <code>{id}</code>
      </Link>
    ),
  },
  {
    id: "placed",
    head: words.placed,
    value: ({ placedAt }) => Date.parse(placedAt),
    text: ({ placedAt }) => placedAt,
    cell: ({ placedAt }) => formatInstant(placedAt),
  },
  { id: "lines", head: words.lines, value: linesOf, cell: linesOf },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => en.field.orders[state],
    cell: ({ state }) => <OrderStateBadge state={state} />,
  },
  {
    id: "sum",
    head: words.sum,
    numeric: true,
    value: ({ totals }) => totals.gross.amount,
    text: ({ totals }) => formatMoney(totals.gross).replaceAll(/[\u00a0\u202f]/g, " "),
    cell: ({ totals }) => <Money of={totals.gross} />,
  },
];

/** The orders somebody placed; all of them for the programme's people. */
export function OrdersPage() {
  const { search, sort, onSort, onPage, onFilter } = useListSearch();
  const query = useQuery(
    queries.orders({ limit: 100, ...(search.after === undefined ? {} : { after: search.after }) }),
  );
  const { role } = useRole();
  const all = query.data?.data ?? [];
  const rows = search.state === undefined ? all : all.filter(({ state }) => state === search.state);
  return (
    <div className="page">
      <PageHead
        title={words.ordersTitle}
        actions={<CsvButton name="orders" columns={columns} rows={rows} />}
      />
      <OrderFilter state={search.state} onFilter={onFilter} />
      <Shown query={query}>
        {({ nextCursor }) => (
          <>
            {rows.length === 0 ? (
              <EmptyState says={search.state === undefined ? words.ordersEmpty : words.ordersEmptyFiltered}>
                {role === "reseller" ? <ButtonLink to="/shop">{words.ordersEmptyAction}</ButtonLink> : null}
              </EmptyState>
            ) : (
              <DataTable
                label={words.ordersTitle}
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
                sort={sort}
                onSort={onSort}
              />
            )}
            <Pager
              count={rows.length}
              sorted={sort.sort !== undefined || search.state !== undefined}
              after={search.after}
              next={nextCursor}
              onPage={onPage}
            />
          </>
        )}
      </Shown>
    </div>
  );
}

function OrderFilter(props: {
  readonly state: string | undefined;
  readonly onFilter: (change: { state: string | undefined }) => void;
}) {
  return (
    <fieldset className="filters" aria-label={words.state}>
      {[undefined, ...Object.keys(en.field.orders)].map((state) => (
        <button
          key={state ?? ""}
          type="button"
          className="chip"
          aria-pressed={props.state === state}
          onClick={() => props.onFilter({ state })}
        >
          {state === undefined ? en.desk.stateAll : en.field.orders[state as Order["state"]]}
        </button>
      ))}
    </fieldset>
  );
}
