import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDay, formatInstant } from "../format/formatDate.ts";
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

/** Those that wait for a report come back on a day, unless a case comes of it before. */
const columnsOfDrafted: readonly Column<Mail>[] = [
  ...columns,
  {
    id: "returns",
    head: words.returns,
    value: ({ returnsAt }) => (returnsAt === undefined ? undefined : Date.parse(returnsAt)),
    text: ({ returnsAt }) => returnsAt,
    cell: ({ returnsAt }) => (returnsAt === undefined ? null : formatDay(returnsAt)),
  },
];

/** The way to mails that wait for a report, while there are any: they are in no other list. */
function DraftedNote() {
  const { data } = useQuery(inboxQueries.mails({ limit: 1, state: "drafted" }));
  return data === undefined || data.data.length === 0 ? null : (
    <p className="muted">
      {words.drafted}{" "}
      <Link to="/inbox/mails" search={{ state: "drafted" }}>
        {words.toDrafted}
      </Link>
    </p>
  );
}

/** Mails that wait for a person, or were sorted. */
export function MailsPage() {
  const { search, onFilter } = useListSearch();
  const { state, after } = search;
  const filter = { ...(state && { state }) } as CommandOf<"listMails">;
  const query = useQuery(inboxQueries.mails({ limit: 100, ...filter, ...(after && { after }) }));
  const rows = query.data?.data ?? [];
  const shown = state === "drafted" ? columnsOfDrafted : columns;
  return (
    <div className="page">
      <PageHead
        title={words.title}
        actions={
          <CsvButton
            name="mails"
            columns={shown}
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
      {state === undefined ? <DraftedNote /> : null}
      <Listing
        label={words.title}
        query={query}
        columns={shown}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={words.empty} />}
      />
    </div>
  );
}
