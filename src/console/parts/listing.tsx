import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type Column, DataTable, Pager } from "./dataTable.tsx";
import { Shown } from "./shown.tsx";
import { useListSearch } from "./useListSearch.ts";

/** One page of rows, as every list of the server answers. */
interface PageOfRows {
  readonly nextCursor: string | null;
}

/** A list as every screen shows it: its rows or why there are none, sorted and paged by the address. */
export function Listing<Row extends object>(props: {
  readonly label: string;
  readonly query: UseQueryResult<PageOfRows>;
  readonly columns: readonly Column<Row>[];
  /** The rows to show of the page that was read. */
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What is shown when there are none. */
  readonly empty: ReactNode;
}) {
  const { label, query, columns, rows, rowKey, empty } = props;
  const { search, sort, onSort, onPage } = useListSearch();
  return (
    <Shown query={query}>
      {({ nextCursor }) => (
        <>
          {rows.length === 0 ? (
            empty
          ) : (
            <DataTable
              label={label}
              columns={columns}
              rows={rows}
              rowKey={rowKey}
              sort={sort}
              onSort={onSort}
            />
          )}
          <Pager
            count={rows.length}
            sorted={sort.sort !== undefined}
            after={search.after}
            next={nextCursor}
            onPage={onPage}
          />
        </>
      )}
    </Shown>
  );
}
