import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { CsvButton } from "../parts/csvButton.tsx";
import type { Column } from "../parts/dataTable.tsx";
import { Listing } from "../parts/listing.tsx";
import { EmptyState } from "../parts/page.tsx";
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
        empty={<EmptyState says={empty} />}
      />
      {after}
    </MoneyFrame>
  );
}
