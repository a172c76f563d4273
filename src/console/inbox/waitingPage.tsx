import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDistance } from "../format/formatDate.ts";
import {
  Badge,
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  Serial,
  useListSearch,
  useNow,
} from "../parts/index.ts";
import { inbox } from "../words/en/inbox.ts";
import { InboxNav } from "./inboxNav.tsx";
import { inboxQueries, type WaitingCase } from "./inboxQueries.ts";

const words = inbox.waiting;

function columnsAt(now: number): readonly Column<WaitingCase>[] {
  return [
    {
      id: "device",
      head: words.device,
      value: ({ serial }) => serial,
      cell: ({ claimId, serial, modelName }) => (
        <>
          <Link className="row-link" to="/cases/$id" params={{ id: claimId }}>
            <Serial>{serial}</Serial>
          </Link>{" "}
          <span className="muted">{modelName}</span>
        </>
      ),
    },
    {
      id: "said",
      head: words.said,
      value: ({ text }) => text,
      cell: ({ text, verified }) => (
        <>
          {text.slice(0, 120)} {verified ? null : <Badge tone="needs">{words.unverified}</Badge>}
        </>
      ),
    },
    {
      id: "count",
      head: words.count,
      numeric: true,
      value: ({ count }) => count,
      cell: ({ count }) => count,
    },
    {
      id: "since",
      head: words.since,
      value: ({ since }) => Date.parse(since),
      text: ({ since }) => since,
      cell: ({ since }) => formatDistance(since, now),
    },
  ];
}

/** Owners who wait for an answer, those who wait longest first. */
export function WaitingPage() {
  const { search } = useListSearch();
  const query = useQuery(inboxQueries.waiting({ limit: 100, ...(search.after && { after: search.after }) }));
  const columns = columnsAt(useNow());
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.title}
        actions={
          <CsvButton
            name="to-answer"
            columns={columns}
            rows={() => everyRow(client.listWaiting, {})}
            empty={rows.length === 0}
          />
        }
      />
      <InboxNav />
      <Listing
        label={words.title}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ claimId }) => claimId}
        empty={<EmptyState says={words.empty} />}
      />
    </div>
  );
}
