import { FactList } from "../parts/index.ts";
import { calendar as words } from "../words/en/calendar.ts";
import type { Appointment } from "./calendarQueries.ts";
import { dayAndTimeAt } from "./timeAt.ts";

/** What was agreed of the visit. */
export function VisitFacts({ visit }: { readonly visit: Appointment }) {
  const { centre, bench, startsAt, state, modelName, serial, owner } = visit;
  return (
    <FactList
      facts={[
        [words.when, dayAndTimeAt(startsAt, centre.zone)],
        [words.centre, centre.name],
        [words.benchNo, bench],
        [words.device, `${modelName} ${serial}`],
        [words.owner, owner],
        [words.state, words.states[state]],
      ]}
    />
  );
}
