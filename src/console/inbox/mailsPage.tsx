import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatInstant } from "../format/formatDate.ts";
import { type Column, CsvButton, EmptyState, Listing, PageHead, useListSearch } from "../parts/index.ts";
import { inbox } from "../words/en/inbox.ts";
import { InboxNav } from "./inboxNav.tsx";
import { inboxQueries, type Mail } from "./inboxQueries.ts";

const words = inbox.mails;
const states = Object.entries(words.states).map(([value, label]) => ({ value, label }));

const columns: readonly Column<Mail>[] = [
  {
    id: "from",
    head: words.from,
    value: ({ sender }) => sender,
    cell: ({ id, sender, senderName }) => (
      <Link className="row-link" to="/inbox/mails/$id" params={{ id }}>
        {senderName ?? sender ?? "?"}
      </Link>
    ),
  },
  { id: "subject", head: words.subject, value: ({ subject }) => subject, cell: ({ subject }) => subject },
  {
    id: "opening",
    from: "desk",
    head: words.opening,
    value: ({ opening }) => opening,
    cell: ({ opening }) => <span className="muted">{(opening ?? "").slice(0, 100)}</span>,
  },
  {
    id: "why",
    from: "tablet",
    head: words.why,
    value: ({ outcome }) => outcome,
    cell: ({ outcome, state }) => (outcome === undefined ? words.states[state] : words.outcomes[outcome]),
  },
  {
    id: "came",
    head: words.came,
    value: ({ receivedAt }) => Date.parse(receivedAt),
    text: ({ receivedAt }) => receivedAt,
    cell: ({ receivedAt }) => formatInstant(receivedAt),
  },
];

/** Mails that wait for a person, or were sorted. */
export function MailsPage() {
  const { search, onFilter } = useListSearch();
  const { state, after } = search;
  const filter = { ...(state && { state }) } as CommandOf<"listMails">;
  const query = useQuery(inboxQueries.mails({ limit: 100, ...filter, ...(after && { after }) }));
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.title}
        actions={
          <CsvButton
            name="mails"
            columns={columns}
            rows={() => everyRow(client.listMails, filter)}
            empty={rows.length === 0}
          />
        }
      />
      <InboxNav />
      <div className="filters">
        <NativeSelect
          aria-label={words.state}
          value={state ?? ""}
          data={[{ value: "", label: words.all }, ...states]}
          onChange={(event) => onFilter({ state: event.currentTarget.value || undefined })}
        />
      </div>
      <Listing
        label={words.title}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={words.empty} />}
      />
    </div>
  );
}
