import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { CsvButton } from "../parts/csvButton.tsx";
import type { Column } from "../parts/dataTable.tsx";
import { Listing } from "../parts/listing.tsx";
import { EmptyState } from "../parts/page.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { money } from "../words/en/money.ts";
import { MoneyFrame } from "./moneyFrame.tsx";

/** A list of the money screens: its filters, its rows, all of them as a file, and why there are none. */
export function MoneyList<Row extends object>(props: {
  readonly title: string;
  readonly query: UseQueryResult<{ readonly data: readonly Row[]; readonly nextCursor: string | null }>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly whole: () => AsyncIterable<Row>;
  /** Why there are no rows. */
  readonly empty: string;
  readonly about?: ReactNode;
  readonly actions?: ReactNode;
  readonly filters?: ReactNode;
  /** What stands above the rows. */
  readonly children?: ReactNode;
  /** What stands below them. */
  readonly after?: ReactNode;
}) {
  const { title, query, columns, rowKey, whole, empty, about, actions, filters, children, after } = props;
  const rows = query.data?.data ?? [];
  const name = title.toLowerCase().replaceAll(" ", "-");
  return (
    <MoneyFrame
      title={title}
      about={about}
      actions={
        <>
          {actions}
          <CsvButton name={name} columns={columns} rows={whole} empty={rows.length === 0} />
        </>
      }
    >
      {children}
      {filters === undefined ? null : <div className="filters">{filters}</div>}
      <Listing
        label={title}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        empty={
          <EmptyState says={empty}>
            <ClearFilters />
          </EmptyState>
        }
      />
      {after}
    </MoneyFrame>
  );
}

/** What the address of a list says beside its filters. */
const NO_FILTERS: ReadonlySet<string> = new Set(["sort", "down", "after"]);

/** The way out of a list that is empty because of what was asked. */
function ClearFilters() {
  const { search, onFilter } = useListSearch();
  const filters = Object.keys(search).filter((name) => !NO_FILTERS.has(name) && search[name] !== undefined);
  if (filters.length === 0 && search.after === undefined) {
    return null;
  }
  const nothing = Object.fromEntries(filters.map((name) => [name, undefined]));
  return (
    <button type="button" className="button" onClick={() => onFilter(nothing)}>
      {money.clear}
    </button>
  );
}
