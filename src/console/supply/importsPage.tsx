import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatInstant } from "../format/index.ts";
import { CsvButton } from "../parts/csvButton.tsx";
import { Badge, type Column, PageHead, useListSearch } from "../parts/index.ts";
import { Listing } from "../parts/listing.tsx";
import { EmptyState } from "../parts/page.tsx";
import { supply as words } from "../words/en/supply.ts";
import { FileForm } from "./fileForm.tsx";
import { importTones } from "./importTones.ts";
import { SupplyNav } from "./supplyNav.tsx";
import { type Import, supplyQueries } from "./supplyQueries.ts";

const rowsColumn = (name: keyof Import["rows"], head: string): Column<Import> => ({
  ...{ id: name, head, numeric: true },
  value: ({ rows }) => rows[name],
  cell: ({ rows }) => rows[name].toLocaleString("en"),
});

const columns: readonly Column<Import>[] = [
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

const states = Object.entries(words.states).map(([value, label]) => ({ value, label }));

/** The files suppliers sent, the newest first, and the way to send another. */
export function ImportsPage() {
  const { search, onFilter } = useListSearch();
  const { state, after } = search;
  const filter = { ...(state && { state }) } as CommandOf<"listImports">;
  const query = useQuery(supplyQueries.imports({ limit: 50, ...filter, ...(after && { after }) }));
  const [sends, setSends] = useState(false);
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.importsTitle}
        actions={
          <>
            <CsvButton
              name="supplier-files"
              columns={columns}
              rows={() => everyRow(client.listImports, filter)}
              empty={rows.length === 0}
            />
            {sends ? null : <Button onClick={() => setSends(true)}>{words.send}</Button>}
          </>
        }
      />
      <SupplyNav />
      {sends ? <FileForm onClose={() => setSends(false)} /> : null}
      <div className="filters">
        <NativeSelect
          aria-label={words.state}
          value={state ?? ""}
          data={[{ value: "", label: words.all }, ...states]}
          onChange={(event) => onFilter({ state: event.currentTarget.value || undefined })}
        />
      </div>
      <Listing
        label={words.importsTitle}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={state === undefined ? words.importsEmpty : words.importsNone} />}
      />
    </div>
  );
}
