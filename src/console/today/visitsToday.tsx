import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { calendarQueries } from "../calendar/calendarQueries.ts";
import { formatTime } from "../format/formatDate.ts";
import { Serial } from "../parts/index.ts";
import { calendar } from "../words/en/calendar.ts";
import { today as words } from "../words/en/today.ts";
import { DayPart } from "./dayPart.tsx";
import { todayQueries } from "./todayQueries.ts";

/** Where this browser keeps at which centre its reader works. */
const CENTRE = "evermend.centre";

/** Who is expected today, at the centre that was chosen last in this browser; at every one until then. */
export function VisitsToday() {
  const [centre, choose] = useState(() => localStorage.getItem(CENTRE) ?? "");
  const centres = useQuery(calendarQueries.centres()).data?.data ?? [];
  const counters = centres.map(({ id, name }) => ({ value: id, label: name }));
  const query = useQuery(todayQueries.visits(centre === "" ? undefined : centre));
  return (
    <DayPart
      title={words.visits}
      query={query}
      empty={words.visitsNone}
      keyOf={({ id }) => id}
      all={{ to: "/calendar" }}
      head={
        <NativeSelect
          aria-label={words.centre}
          value={centre}
          data={[{ value: "", label: words.everyCentre }, ...counters]}
          onChange={(event) => {
            localStorage.setItem(CENTRE, event.currentTarget.value);
            choose(event.currentTarget.value);
          }}
        />
      }
    >
      {({ claimId, startsAt, state, modelName, serial, centre: at }) => (
        <>
          <time dateTime={startsAt}>{formatTime(startsAt, at.zone)}</time>{" "}
          <Link to="/calendar/visits/$id" params={{ id: claimId }}>
            {modelName} <Serial>{serial}</Serial>
          </Link>{" "}
          <span className="muted">{calendar.states[state]}</span>
        </>
      )}
    </DayPart>
  );
}
