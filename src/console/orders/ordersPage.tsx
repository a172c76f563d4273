import { useQuery } from "@tanstack/react-query";
import type { Order } from "../../client/index.ts";
import { CsvButton } from "../parts/csvButton.tsx";
import { Listing } from "../parts/listing.tsx";
import { ButtonLink, EmptyState, PageHead } from "../parts/page.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { useRole } from "../parts/useRole.ts";
import { queries, wholeLists } from "../queries.ts";
import { en } from "../words/en.ts";
import { orderColumns } from "./orderColumns.tsx";

const words = en.shop;
/** The orders somebody placed; all of them for the programme's people. */
export function OrdersPage() {
  const { search, onFilter } = useListSearch();
  const state = search.state as Order["state"] | undefined;
  const narrowed = state === undefined ? {} : { state };
  const place = search.after === undefined ? {} : { after: search.after };
  const query = useQuery(queries.orders({ limit: 100, ...narrowed, ...place }));
  const { role } = useRole();
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.ordersTitle}
        actions={
          <CsvButton
            name="orders"
            columns={orderColumns}
            rows={() => wholeLists.orders(narrowed)}
            empty={rows.length === 0}
          />
        }
      />
      <OrderFilter state={search.state} onFilter={onFilter} />
      <Listing
        label={words.ordersTitle}
        query={query}
        columns={orderColumns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState says={search.state === undefined ? words.ordersEmpty : words.ordersEmptyFiltered}>
            {role === "reseller" ? <ButtonLink to="/shop">{words.ordersEmptyAction}</ButtonLink> : null}
          </EmptyState>
        }
      />
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
