import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { CsvButton, EmptyState, Listing, PageHead, useListSearch, useRole } from "../parts/index.ts";
import { batches as words } from "../words/en/batches.ts";
import { AskForm } from "./askForm.tsx";
import { batchColumns } from "./batchColumns.tsx";
import { BatchesNav } from "./batchesNav.tsx";
import { batchQueries } from "./batchQueries.ts";

const states = Object.entries(words.states).map(([value, label]) => ({ value, label }));

/** Batches of codes, the newest first, and the way to ask for another. */
export function BatchesPage() {
  const { search, onFilter } = useListSearch();
  const { state, after } = search;
  const filter = { ...(state && { state }) } as CommandOf<"listBatches">;
  const query = useQuery(batchQueries.batches({ limit: 50, ...filter, ...(after && { after }) }));
  const [asks, setAsks] = useState(false);
  const { role } = useRole();
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.batchesTitle}
        actions={
          <>
            <CsvButton
              name="code-batches"
              columns={batchColumns}
              rows={() => everyRow(client.listBatches, filter)}
              empty={rows.length === 0}
            />
            {asks || role !== "manager" ? null : <Button onClick={() => setAsks(true)}>{words.ask}</Button>}
          </>
        }
      />
      <BatchesNav />
      {asks ? <AskForm onClose={() => setAsks(false)} /> : null}
      <div className="filters">
        <NativeSelect
          aria-label={words.state}
          value={state ?? ""}
          data={[{ value: "", label: words.all }, ...states]}
          onChange={(event) => onFilter({ state: event.currentTarget.value || undefined })}
        />
      </div>
      <Listing
        label={words.batchesTitle}
        query={query}
        columns={batchColumns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={state === undefined ? words.empty : words.none} />}
      />
    </div>
  );
}
