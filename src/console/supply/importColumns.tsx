import { Link } from "@tanstack/react-router";
import { formatInstant } from "../format/index.ts";
import { Badge, type Column } from "../parts/index.ts";
import { supply as words } from "../words/en/supply.ts";
import { importTones } from "./importTones.ts";
import type { Import } from "./supplyQueries.ts";

const rowsColumn = (name: keyof Import["rows"], head: string): Column<Import> => ({
  ...{ id: name, head, numeric: true },
  value: ({ rows }) => rows[name],
  cell: ({ rows }) => rows[name].toLocaleString("en"),
});

/** What a list and its file say of an import. */
export const importColumns: readonly Column<Import>[] = [
  {
    id: "file",
    head: words.file,
    value: ({ name }) => name,
    cell: ({ id, name }) => (
      <Link className="row-link" to="/supply/imports/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { id: "supplier", head: words.of, value: ({ supplier }) => supplier, cell: ({ supplier }) => supplier },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.states[state],
    cell: ({ state, isCheck }) => (
      <Badge tone={importTones[state]}>
        {isCheck && state === "done" ? words.checked : words.states[state]}
      </Badge>
    ),
  },
  rowsColumn("new", words.rowsNew),
  rowsColumn("changed", words.rowsChanged),
  rowsColumn("same", words.rowsSame),
  rowsColumn("refused", words.rowsRefused),
  {
    id: "at",
    head: words.when,
    value: ({ createdAt }) => Date.parse(createdAt),
    text: ({ createdAt }) => createdAt,
    cell: ({ createdAt }) => <time dateTime={createdAt}>{formatInstant(createdAt)}</time>,
  },
];
