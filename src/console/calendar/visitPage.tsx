import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { ButtonLink, EmptyState, FactList, PageHead, Shown } from "../parts/index.ts";
import { calendar as words } from "../words/en/calendar.ts";
import { CalendarNav } from "./calendarNav.tsx";
import { type Appointment, calendarQueries } from "./calendarQueries.ts";
import { dayAndTimeAt } from "./timeAt.ts";
import { VisitActs } from "./visitActs.tsx";
import { expected } from "./visitToday.ts";

/** The visit for one case: who scanned it has its owner at the counter. */
export function VisitPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(calendarQueries.appointments(expected(id)));
  return (
    <div className="page">
      <PageHead title={words.visit} about={<code>{id}</code>} />
      <CalendarNav />
      <Shown query={query}>
        {({ data: [visit] }) =>
          visit === undefined ? (
            <EmptyState says={words.visitNone}>
              <ButtonLink to="/cases/$id" params={{ id }}>
                {words.toCase}
              </ButtonLink>
            </EmptyState>
          ) : (
            <OneVisit visit={visit} />
          )
        }
      </Shown>
    </div>
  );
}

function OneVisit({ visit }: { readonly visit: Appointment }) {
  const { claimId, centre, bench, startsAt, state, modelName, serial } = visit;
  return (
    <>
      <FactList
        facts={[
          [words.when, dayAndTimeAt(startsAt, centre.zone)],
          [words.centre, centre.name],
          [words.benchNo, bench],
          [words.device, `${modelName} ${serial}`],
          [words.state, words.states[state]],
        ]}
      />
      <VisitActs visit={visit} ready />
      <div className="row section">
        {state === "arrived" ? (
          <ButtonLink to="/cases/$id/intake" params={{ id: claimId }} primary>
            {words.toIntake}
          </ButtonLink>
        ) : null}
        <ButtonLink to="/cases/$id" params={{ id: claimId }}>
          {words.toCase}
        </ButtonLink>
      </div>
    </>
  );
}
