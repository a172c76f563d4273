import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { EmptyState, PageHead, Shown, useListSearch, useRole } from "../parts/index.ts";
import { calendar as words } from "../words/en/calendar.ts";
import { BenchTable } from "./benchTable.tsx";
import { CalendarNav } from "./calendarNav.tsx";
import { calendarQueries } from "./calendarQueries.ts";
import { Blocks, WalkInForm } from "./counterForms.tsx";

const views = Object.entries(words.views).map(([value, label]) => ({ value, label }));

/** Who comes to a centre on a day or in a week, by bench. */
export function CalendarPage() {
  const { search, onFilter } = useListSearch();
  const centres = useQuery(calendarQueries.centres());
  const all = centres.data?.data.filter(({ channels }) => channels.includes("counter")) ?? [];
  const { centre = all[0]?.id, day, view = "1" } = search;
  return (
    <div className="page">
      <PageHead title={words.title} />
      <CalendarNav />
      <div className="filters">
        <NativeSelect
          aria-label={words.centre}
          value={centre ?? ""}
          data={all.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => onFilter({ centre: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          aria-label={words.day}
          value={day ?? ""}
          onChange={(event) => onFilter({ day: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          aria-label={words.view}
          value={view}
          data={views}
          onChange={(event) => onFilter({ view: event.currentTarget.value })}
        />
      </div>
      <Shown query={centres}>
        {() =>
          centre === undefined ? (
            <EmptyState says={words.noCentre} />
          ) : (
            <Days centre={centre} day={day} days={view === "7" ? 7 : 1} />
          )
        }
      </Shown>
    </div>
  );
}

function Days(props: { readonly centre: string; readonly day: string | undefined; readonly days: number }) {
  const { centre, day, days } = props;
  const { role } = useRole();
  const query = useQuery({
    ...calendarQueries.calendar({ id: centre, days, ...(day && { from: day }) }),
    refetchInterval: 30_000,
  });
  return (
    <Shown query={query}>
      {(calendar) => (
        <>
          {calendar.days.map((each) => (
            <BenchTable key={each.on} day={each} calendar={calendar} />
          ))}
          {role === "staff" ? (
            <>
              <WalkInForm centre={centre} />
              <Blocks key={centre} calendar={calendar} />
            </>
          ) : null}
        </>
      )}
    </Shown>
  );
}
