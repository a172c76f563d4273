import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import {
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  useListSearch,
  useRole,
} from "../parts/index.ts";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { shelf as words } from "../words/en/shelf.ts";
import { CloseReport } from "./closeReport.tsx";
import { reportColumns } from "./reportColumns.tsx";
import { type Report, shelfQueries } from "./shelfQueries.ts";

const states = [
  { value: "", label: words.all },
  ...Object.entries(words.reportStates).map(([value, label]) => ({ value, label })),
];

/** What visitors say is wrong on pages of products. */
export function ReportsPage() {
  const { search, onFilter } = useListSearch();
  const { state, after } = search;
  const filter = { ...(state && { state: state as Report["state"] }) };
  const query = useQuery(shelfQueries.reports({ limit: 100, ...filter, ...(after && { after }) }));
  const [closing, setClosing] = useState<Report>();
  const { role } = useRole();
  const rows = query.data?.data ?? [];
  const close: Column<Report> = {
    ...{ id: "close", head: words.close, unsorted: true },
    value: () => undefined,
    cell: (report) =>
      report.state === "open" ? (
        <button
          type="button"
          className="text-button"
          aria-label={`${words.close}: ${report.sku}`}
          onClick={() => setClosing(report)}
        >
          {words.close}
        </button>
      ) : null,
  };
  return (
    <div className="page">
      <PageHead
        title={words.reportsTitle}
        actions={
          <CsvButton
            name="errors-reported"
            columns={reportColumns}
            rows={() => everyRow(client.listErrorReports, filter)}
            empty={rows.length === 0}
          />
        }
      />
      <SupplyNav />
      {closing === undefined ? null : (
        <CloseReport key={closing.id} report={closing} onClose={() => setClosing(undefined)} />
      )}
      <div className="filters">
        <NativeSelect
          aria-label={words.state}
          value={state ?? ""}
          data={states}
          onChange={(event) => onFilter({ state: event.currentTarget.value || undefined })}
        />
      </div>
      <Listing
        label={words.reportsTitle}
        query={query}
        columns={role === "manager" ? [...reportColumns, close] : reportColumns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={state === undefined ? words.reportsEmpty : words.reportsNone} />}
      />
    </div>
  );
}
