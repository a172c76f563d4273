import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDistance, formatInstant } from "../format/formatDate.ts";
import {
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  Serial,
  useListSearch,
  useNow,
} from "../parts/index.ts";
import { DueLink } from "../today/dueLink.tsx";
import { inbox } from "../words/en/inbox.ts";
import { duesBefore } from "./duesBefore.ts";
import { InboxNav } from "./inboxNav.tsx";
import { type Due, inboxQueries } from "./inboxQueries.ts";

const words = inbox.dues;

function columnsAt(now: number): readonly Column<Due>[] {
  return [
    {
      id: "when",
      head: words.when,
      value: ({ dueAt }) => Date.parse(dueAt),
      text: ({ dueAt }) => dueAt,
      cell: ({ dueAt, zone }) => (
        <>
          <time dateTime={dueAt}>{formatInstant(dueAt, zone)}</time>{" "}
          <span className="muted">{formatDistance(dueAt, now)}</span>
        </>
      ),
    },
    { id: "what", head: words.what, value: ({ name }) => name, cell: (due) => <DueLink due={due} /> },
    {
      id: "device",
      from: "tablet",
      head: words.device,
      value: ({ serial }) => serial,
      cell: ({ serial }) => (serial === undefined ? null : <Serial>{serial}</Serial>),
    },
    {
      id: "brings",
      head: words.brings,
      value: ({ consequence }) => consequence,
      cell: ({ consequence, warnings }) => {
        const at = warnings.find((warning) => warning.at !== undefined)?.at;
        return (
          <>
            {consequence}{" "}
            {at === undefined ? null : <span className="muted">{words.warned(formatInstant(at))}</span>}
          </>
        );
      },
    },
    {
      id: "clock",
      from: "desk",
      head: words.clock,
      value: ({ clock }) => words.clocks[clock],
      cell: ({ clock }) => words.clocks[clock],
    },
  ];
}

/** All that falls due, with what it brings, the soonest first. */
export function DuesPage() {
  const { search, onFilter } = useListSearch();
  const { before, after } = search;
  const { asked, isShown } = duesBefore(before);
  const query = useQuery(inboxQueries.dues({ limit: 100, ...asked, ...(after && { after }) }));
  const columns = columnsAt(useNow());
  const rows = (query.data?.data ?? []).filter(isShown);
  return (
    <div className="page">
      <PageHead
        title={words.title}
        actions={
          <CsvButton
            name="due"
            columns={columns}
            rows={() => only(isShown, everyRow(client.listDeadlines, asked))}
            empty={rows.length === 0}
          />
        }
      />
      <InboxNav />
      <div className="filters">
        <TextInput
          type="date"
          aria-label={words.before}
          value={before ?? ""}
          onChange={(event) => onFilter({ before: event.currentTarget.value || undefined })}
        />
      </div>
      <Listing
        label={words.title}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ kind, dueAt, claimId, contractId, deviceId }) =>
          [kind, dueAt, claimId, contractId, deviceId].join(" ")
        }
        empty={<EmptyState says={words.empty} />}
      />
    </div>
  );
}

async function* only<Row>(
  isShown: (row: Row) => boolean,
  rows: AsyncIterable<Row>,
): AsyncGenerator<Row, void, undefined> {
  for await (const row of rows) {
    if (isShown(row)) {
      yield row;
    }
  }
}
