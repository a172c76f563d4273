import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatInstant } from "../format/formatDate.ts";
import {
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  Section,
  Serial,
  Shown,
  useListSearch,
} from "../parts/index.ts";
import { report as words } from "../words/en/report.ts";
import { type Reportable, type ReportDraft, reportQueries } from "./reportQueries.ts";

/** Who calls: found by serial or address; and the reports that are not sent yet. */
export function ReportPage() {
  const { search, onFilter } = useListSearch();
  const [typed, setTyped] = useState(search.q ?? "");
  const query = useQuery(reportQueries.found(search.q ?? ""));
  const find = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onFilter({ q: typed.trim() || undefined });
  };
  return (
    <div className="page">
      <PageHead title={words.title} />
      <form className="filters" onSubmit={find}>
        <TextInput
          aria-label={words.search}
          placeholder={words.search}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          maxLength={254}
          autoFocus
        />
        <Button type="submit">{words.find}</Button>
      </form>
      {search.q === undefined ? null : (
        <Shown query={query}>{({ data }) => <Devices devices={data} />}</Shown>
      )}
      <Drafts />
    </div>
  );
}

function Devices({ devices }: { readonly devices: readonly Reportable[] }) {
  if (devices.length === 0) {
    return <EmptyState says={words.nothing} />;
  }
  return (
    <ul className="plain-list">
      {devices.map(({ deviceId, serial, modelName, holder, hasDraft, openClaim }) => (
        <li key={deviceId} className="row">
          <span>
            {modelName} <Serial>{serial}</Serial> {holder.name} ({holder.email})
          </span>
          {openClaim === undefined ? (
            <Link className="row-link" to="/report/$id" params={{ id: deviceId }} search={{ serial }}>
              {hasDraft ? words.goOn : words.begin}
            </Link>
          ) : (
            <Link className="row-link" to="/cases/$id" params={{ id: openClaim }}>
              {words.toCase}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

const columns: readonly Column<ReportDraft>[] = [
  {
    id: "serial",
    head: words.serial,
    value: ({ serial }) => serial,
    cell: ({ serial, deviceId }) => (
      <Link className="row-link" to="/report/$id" params={{ id: deviceId }} search={{ serial }}>
        <Serial>{serial}</Serial>
      </Link>
    ),
  },
  {
    id: "device",
    head: words.device,
    value: ({ modelName }) => modelName,
    cell: ({ modelName }) => modelName,
  },
  {
    id: "kept",
    head: words.keptAt,
    value: ({ keptAt }) => Date.parse(keptAt),
    text: ({ keptAt }) => keptAt,
    cell: ({ keptAt, zone }) => formatInstant(keptAt, zone),
  },
  {
    id: "ends",
    head: words.endsAt,
    value: ({ endsAt }) => Date.parse(endsAt),
    text: ({ endsAt }) => endsAt,
    cell: ({ endsAt, zone }) => formatInstant(endsAt, zone),
  },
];

function Drafts() {
  const { search } = useListSearch();
  const query = useQuery(reportQueries.drafts({ limit: 100, ...(search.after && { after: search.after }) }));
  const rows = query.data?.data ?? [];
  const csv = (
    <CsvButton
      name="report-drafts"
      columns={columns}
      rows={() => everyRow(client.listReportDrafts, {})}
      empty={rows.length === 0}
    />
  );
  return (
    <Section title={words.drafts} note={csv}>
      <Listing
        label={words.drafts}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={words.noDrafts} />}
      />
    </Section>
  );
}
