import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDay } from "../format/formatDate.ts";
import { formatSerial } from "../format/formatSerial.ts";
import { type Column, CsvButton, EmptyState, Listing, PageHead, useListSearch } from "../parts/index.ts";
import { pool as words } from "../words/en/pool.ts";
import { PoolNav } from "./poolNav.tsx";
import { poolQueries, type Waiting } from "./poolQueries.ts";

const columns: readonly Column<Waiting>[] = [
  {
    id: "openedAt",
    head: words.reported,
    value: ({ openedAt }) => openedAt,
    cell: ({ openedAt }) => formatDay(openedAt),
  },
  {
    id: "serial",
    head: words.serial,
    value: ({ serial }) => serial,
    cell: ({ claimId, serial }) => (
      <Link className="row-link" to="/cases/$id/swap" params={{ id: claimId }}>
        {formatSerial(serial)}
      </Link>
    ),
  },
  { id: "model", head: words.model, value: ({ model }) => model, cell: ({ model }) => model },
  { id: "region", head: words.region, value: ({ region }) => region, cell: ({ region }) => region },
  {
    id: "channel",
    head: words.channel,
    value: ({ channel }) => words.channels[channel as "online"],
    cell: ({ channel }) => words.channels[channel as "online"],
    from: "tablet",
  },
];

/** The cases that are paid and have no unit, the one that was reported first at first. */
export function WaitsPage() {
  const { search } = useListSearch();
  const { after } = search;
  const query = useQuery(poolQueries.waits({ limit: 50, ...(after && { after }) }));
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.waiting}
        about={words.waitingAbout}
        actions={
          <CsvButton
            name="waiting-cases"
            columns={columns}
            rows={() => everyRow(client.listWaits, {})}
            empty={rows.length === 0}
          />
        }
      />
      <PoolNav />
      <Listing
        label={words.waiting}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ claimId }) => claimId}
        empty={<EmptyState says={words.noWaiting} />}
      />
    </div>
  );
}
