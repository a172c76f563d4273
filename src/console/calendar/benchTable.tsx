import { Link } from "@tanstack/react-router";
import { formatDay } from "../format/index.ts";
import { Badge, useRole } from "../parts/index.ts";
import { calendar as words } from "../words/en/calendar.ts";
import type { Appointment, Calendar } from "./calendarQueries.ts";
import { timeAt } from "./timeAt.ts";
import { VisitActs } from "./visitActs.tsx";

type Day = Calendar["days"][number];

/** One day of a centre: a row for each slot, a column for each bench. */
export function BenchTable({ day, calendar }: { readonly day: Day; readonly calendar: Calendar }) {
  const { centre, appointments, blocks } = calendar;
  const title = day.name === undefined ? formatDay(day.on) : `${formatDay(day.on)}, ${day.name}`;
  const times = timesOf(day, appointments, centre.zone);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {times.length === 0 ? (
        <p>{words.closed}</p>
      ) : (
        <div className="table-box">
          <table className="table" aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{words.time}</th>
                {centre.benches.map(({ no, name }) => (
                  <th key={no} scope="col">
                    {words.bench(no, name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {times.map(({ startsAt, endsAt }) => (
                <tr key={startsAt}>
                  <th scope="row">{timeAt(startsAt, centre.zone)}</th>
                  {centre.benches.map(({ no }) => {
                    const visit = appointments.find(
                      (one) => one.bench === no && one.startsAt < endsAt && one.endsAt > startsAt,
                    );
                    const block = blocks.find(
                      (one) => one.bench === no && one.startsAt < endsAt && one.endsAt > startsAt,
                    );
                    return (
                      <td key={no}>
                        {visit === undefined ? (
                          <span className="muted">
                            {block === undefined ? words.free : words.blocked(block.reason)}
                          </span>
                        ) : (
                          <Visit visit={visit} />
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** The slots of a day, and the times of visits that stand beside them: walk-ins, and those of other hours. */
function timesOf(day: Day, visits: readonly Appointment[], zone: string) {
  const dayOf = (at: string) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(new Date(at));
  const beside = visits.filter(
    ({ startsAt, endsAt }) =>
      dayOf(startsAt) === day.on &&
      day.slots.every((slot) => startsAt >= slot.endsAt || endsAt <= slot.startsAt),
  );
  return [...day.slots, ...beside].toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

function Visit({ visit }: { readonly visit: Appointment }) {
  const { role } = useRole();
  const { claimId, modelName, serial, owner, state, walkIn, askedAt } = visit;
  return (
    <>
      <Link className="row-link" to="/cases/$id" params={{ id: claimId }}>
        {modelName} {serial}
      </Link>
      {owner === undefined ? null : <div>{owner}</div>}
      <div>
        {words.states[state]}
        {walkIn ? `, ${words.walkedIn}` : ""}
      </div>
      {askedAt === undefined ? null : <Badge tone="needs">{words.stillHere}</Badge>}
      {role === "staff" ? <VisitActs visit={visit} /> : null}
    </>
  );
}
