import type { ClaimPage } from "../../client/index.ts";
import { ButtonLink, EmptyState, useRole } from "../parts/index.ts";
import { calendar as words } from "../words/en/calendar.ts";
import type { Appointment } from "./calendarQueries.ts";
import { CounterStep, stepAt } from "./counterStep.tsx";
import { StepLine } from "./stepLine.tsx";
import { VisitActs } from "./visitActs.tsx";
import { VisitFacts } from "./visitFacts.tsx";
import { WalkInOf } from "./walkInOf.tsx";

/** What is next at the counter for one case, and who came for it. */
export function OneVisit(props: { readonly page: ClaimPage; readonly visit: Appointment | undefined }) {
  const { page, visit } = props;
  const { role } = useRole();
  const { claim } = page;
  const step = visit?.state === "arrived" ? stepAt(claim) : "arrive";
  const isOver = claim.state === "closed" || claim.state === "cancelled";
  if (isOver || claim.channel !== "swift") {
    const over = claim.state === "closed" ? words.counterDone : words.counterOver;
    return (
      <EmptyState says={isOver ? over : words.counterSent}>
        <ToCase id={claim.id} />
      </EmptyState>
    );
  }
  return (
    <>
      <StepLine step={step} />
      {visit === undefined ? null : <VisitFacts visit={visit} />}
      {role === "staff" && visit === undefined ? <WalkInOf claim={claim.id} region={claim.region} /> : null}
      {role === "staff" && visit !== undefined ? <VisitActs visit={visit} ready /> : null}
      {role === "staff" && step !== "arrive" ? <CounterStep key={step} step={step} page={page} /> : null}
      <div className="row section">
        <ToCase id={claim.id} />
      </div>
    </>
  );
}

function ToCase({ id }: { readonly id: string }) {
  return (
    <ButtonLink to="/cases/$id" params={{ id }}>
      {words.toCase}
    </ButtonLink>
  );
}
