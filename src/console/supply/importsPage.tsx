import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { CsvButton, EmptyState, Listing, PageHead, useListSearch } from "../parts/index.ts";
import { supply as words } from "../words/en/supply.ts";
import { FileForm } from "./fileForm.tsx";
import { importColumns } from "./importColumns.tsx";
import { SupplyNav } from "./supplyNav.tsx";
import { supplyQueries } from "./supplyQueries.ts";

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
              columns={importColumns}
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
        columns={importColumns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={state === undefined ? words.importsEmpty : words.importsNone} />}
      />
    </div>
  );
}
