import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import {
  ButtonLink,
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  useRole,
} from "../parts/index.ts";
import { calendar as words } from "../words/en/calendar.ts";
import { CalendarNav } from "./calendarNav.tsx";
import { type Centre, calendarQueries } from "./calendarQueries.ts";

const placeOf = ({ address, country }: Centre) => `${address.city}, ${country}`;
const channelsOf = ({ channels }: Centre) => channels.map((channel) => words.channels[channel]).join(", ");
const benchesOf = ({ benches }: Centre) => benches.map(({ no, name }) => words.bench(no, name)).join(", ");

const stateOf = ({ closedAt }: Centre) => (closedAt === undefined ? words.open : words.closedSince);

const columns: readonly Column<Centre>[] = [
  {
    id: "name",
    head: words.name,
    value: ({ name }) => name,
    cell: ({ id, name }) => (
      <Link className="row-link" to="/calendar/centres/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { id: "place", head: words.place, value: placeOf, cell: placeOf },
  { id: "takes", head: words.takes, value: channelsOf, cell: channelsOf },
  {
    id: "regions",
    head: words.regions,
    value: ({ regions }) => regions.join(", "),
    cell: ({ regions }) => regions.join(", "),
  },
  { id: "benches", head: words.benches, value: benchesOf, cell: benchesOf },
  {
    id: "slot",
    head: words.slot,
    value: ({ slotMinutes }) => slotMinutes,
    cell: ({ slotMinutes }) => slotMinutes,
  },
  {
    id: "notice",
    head: words.notice,
    value: ({ noticeMinutes }) => noticeMinutes,
    cell: ({ noticeMinutes }) => noticeMinutes,
  },
  { id: "state", head: words.state, value: stateOf, cell: stateOf },
];

/** The service centres: what each takes, and its benches. */
export function CentresPage() {
  const query = useQuery(calendarQueries.everyCentre());
  const keeps = useRole().role === "manager";
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.centres}
        actions={
          <>
            <CsvButton
              name="centres"
              columns={columns}
              rows={() => everyRow(client.listCentres, { closed: true })}
              empty={rows.length === 0}
            />
            {keeps ? (
              <ButtonLink to="/calendar/centres/new" primary>
                {words.addCentre}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <CalendarNav />
      <Listing
        label={words.centres}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={words.noCentre} />}
      />
    </div>
  );
}
