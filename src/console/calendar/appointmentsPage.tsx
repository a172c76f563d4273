import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { type Column, CsvButton, EmptyState, Listing, PageHead, useListSearch } from "../parts/index.ts";
import { calendar as words } from "../words/en/calendar.ts";
import { CalendarNav } from "./calendarNav.tsx";
import { type Appointment, calendarQueries } from "./calendarQueries.ts";
import { dayAndTimeAt } from "./timeAt.ts";

const states = Object.entries(words.states).map(([value, label]) => ({ value, label }));

const columns: readonly Column<Appointment>[] = [
  {
    id: "when",
    head: words.when,
    value: ({ startsAt }) => startsAt,
    cell: ({ startsAt, centre }) => dayAndTimeAt(startsAt, centre.zone),
  },
  { id: "centre", head: words.centre, value: ({ centre }) => centre.name, cell: ({ centre }) => centre.name },
  { id: "bench", head: words.benchNo, value: ({ bench }) => bench, cell: ({ bench }) => bench },
  {
    id: "device",
    head: words.device,
    value: ({ modelName, serial }) => `${modelName} ${serial}`,
    cell: ({ claimId, modelName, serial }) => (
      <Link className="row-link" to="/cases/$id" params={{ id: claimId }}>
        {modelName} {serial}
      </Link>
    ),
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.states[state],
    cell: ({ state }) => words.states[state],
  },
];

/** Every appointment by its time, of one state or all. */
export function AppointmentsPage() {
  const { search, onFilter } = useListSearch();
  const { state = "booked", after } = search;
  const filter = { state };
  const query = useQuery(calendarQueries.appointments({ limit: 50, ...filter, ...(after && { after }) }));
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.list}
        actions={
          <CsvButton
            name="appointments"
            columns={columns}
            rows={() => everyRow(client.listAppointments, filter)}
            empty={rows.length === 0}
          />
        }
      />
      <CalendarNav />
      <div className="filters">
        <NativeSelect
          aria-label={words.state}
          value={state}
          data={states}
          onChange={(event) => onFilter({ state: event.currentTarget.value })}
        />
      </div>
      <Listing
        label={words.list}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={words.none} />}
      />
    </div>
  );
}
