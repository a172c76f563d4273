import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { StaysHere } from "../case/staysHere.ts";
import { PageHead, Serial, Shown } from "../parts/index.ts";
import { queries } from "../queries.ts";
import { calendar as words } from "../words/en/calendar.ts";
import { CalendarNav } from "./calendarNav.tsx";
import { calendarQueries } from "./calendarQueries.ts";
import { stepAt } from "./counterStep.tsx";
import { NextVisitor } from "./nextVisitor.tsx";
import { OneVisit } from "./oneVisit.tsx";
import { expected } from "./visitToday.ts";

/** Everything at the counter for one case, on one page: from the check-in to the hand-over. */
export function VisitPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const visits = useQuery(calendarQueries.appointments(expected(id)));
  const claim = useQuery(queries.claim(id));
  const wide = claim.data !== undefined && stepAt(claim.data.claim) === "inspect";
  return (
    <div className={wide ? "page wide" : "page"}>
      <PageHead title={words.visit} about={claim.data && <Serial>{claim.data.claim.serial}</Serial>} />
      <CalendarNav />
      <StaysHere value={true}>
        <Shown query={visits}>
          {({ data: [visit] }) => (
            <Shown query={claim}>{(page) => <OneVisit key={id} page={page} visit={visit} />}</Shown>
          )}
        </Shown>
      </StaysHere>
      <NextVisitor />
    </div>
  );
}
