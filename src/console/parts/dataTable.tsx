import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import {
  createSortedRowModel,
  type Header,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type ReactNode, useMemo } from "react";
import { en } from "../words/en.ts";
import { useArrows } from "./useArrows.ts";

/**
 * A column: what it is called, what a cell shows, what it is sorted by, and its text in a file where that
 * differs.
 */
export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  readonly value: (row: Row) => string | number | undefined;
  readonly text?: (row: Row) => string | number | undefined;
  /** The sum it shows, or a count, which has no currency. A file has the number and the currency apart. */
  readonly sum?: (row: Row) => { readonly amount: number; readonly currency: string | null } | null;
  readonly numeric?: boolean;
  readonly unsorted?: boolean;
  /** On how wide a screen it is shown at the least; on every one unless it is said. */
  readonly from?: "tablet" | "desk";
}

/** By which column, and which way. Kept in the address, so that a list can be sent to somebody. */
export interface Sort {
  readonly sort?: string | undefined;
  readonly down?: boolean | undefined;
}

interface TableProps<Row extends object> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** A dense table: sortable heads, one row a line, arrow keys from row to row. */
export function DataTable<Row extends object>(props: TableProps<Row>) {
  const { label, columns, rows, rowKey, sort, onSort } = props;
  useArrows(".row-link");
  const sorting: SortingState = sort.sort === undefined ? [] : [{ id: sort.sort, desc: sort.down === true }];
  const data = useMemo(() => [...rows], [rows]);
  const defined = useMemo(() => columns.map((column) => definitionOf(column)), [columns]);
  const table = useTable({
    features,
    data,
    columns: defined,
    getRowId: rowKey,
    enableMultiSort: false,
    state: { sorting },
    onSortingChange: (change) => {
      const [first] = typeof change === "function" ? change(sorting) : change;
      onSort(first === undefined ? {} : { sort: first.id, ...(first.desc ? { down: true } : {}) });
    },
  });
  return (
    <div className="table-box">
      <table className="table" aria-label={label}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <Head key={header.id} header={header} column={columns.find(({ id }) => id === header.id)} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.id} className={classOf(column)}>
                  {column.cell(row.original)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf<Row>({ numeric = false, from }: Column<Row>): string | undefined {
  const names = [...(numeric ? ["number"] : []), ...(from === undefined ? [] : [`shown-from-${from}`])];
  return names.length === 0 ? undefined : names.join(" ");
}

function definitionOf<Row>(column: Column<Row>) {
  return {
    id: column.id,
    header: column.head,
    accessorFn: column.value,
    enableSorting: column.unsorted !== true,
    sortDescFirst: false,
    sortUndefined: "last" as const,
    sortFn: (
      one: { getValue: (id: string) => unknown },
      other: { getValue: (id: string) => unknown },
      id: string,
    ) => compare(one.getValue(id), other.getValue(id)),
  };
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

function compare(one: unknown, other: unknown): number {
  return typeof one === "number" && typeof other === "number"
    ? one - other
    : collator.compare(String(one), String(other));
}

function Head<Row extends object>(props: {
  readonly header: Header<typeof features, Row>;
  readonly column: Column<Row> | undefined;
}) {
  const { header, column } = props;
  const sorted = header.column.getIsSorted();
  const className = column === undefined ? undefined : classOf(column);
  const head = column?.head ?? "";
  if (!header.column.getCanSort()) {
    return (
      <th scope="col" className={className}>
        {head}
      </th>
    );
  }
  const direction = sorted === "asc" ? "ascending" : "descending";
  const Arrow = sorted === "asc" ? IconArrowUp : IconArrowDown;
  return (
    <th scope="col" className={className} aria-sort={sorted === false ? undefined : direction}>
      <button type="button" className="head-button" onClick={header.column.getToggleSortingHandler()}>
        {head}
        {sorted === false ? null : <Arrow size={14} aria-hidden />}
      </button>
    </th>
  );
}

/** How many rows there are, whether they are sorted among themselves only, and the way to the next page. */
export function Pager(props: {
  readonly count: number;
  readonly sorted: boolean;
  readonly after: string | undefined;
  readonly next: string | null;
  readonly onPage: (after: string | undefined) => void;
}) {
  const { count, sorted, after, next, onPage } = props;
  const partial = after !== undefined || next !== null;
  return (
    <div className="pager">
      <p className="muted" aria-live="polite">
        {sorted && partial ? en.shell.sortedHere(count) : en.shell.rows(count)}
      </p>
      {after === undefined ? null : (
        <button type="button" className="button" onClick={() => onPage(undefined)}>
          {en.shell.first}
        </button>
      )}
      {next === null ? null : (
        <button type="button" className="button" onClick={() => onPage(next)}>
          {en.shell.next}
        </button>
      )}
    </div>
  );
}
