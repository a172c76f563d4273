import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { formatInstant } from "../format/index.ts";
import { Actor, PageHead, Section, Shown, useRole } from "../parts/index.ts";
import { calendar as words } from "../words/en/calendar.ts";
import { en } from "../words/en.ts";
import { CalendarNav } from "./calendarNav.tsx";
import { type Centre, type CentreEvent, calendarQueries } from "./calendarQueries.ts";
import { CentreForm } from "./centreForm.tsx";
import { ContactsOfCentre } from "./contactsForm.tsx";
import { dayAndTimeAt } from "./timeAt.ts";

/** A centre that is not there yet. */
export function NewCentrePage() {
  const navigate = useNavigate();
  const { role } = useRole();
  return (
    <div className="page">
      <PageHead title={words.newCentre} />
      <CalendarNav />
      <CentreForm
        centre={undefined}
        keeps={role === "manager"}
        onSaved={(id) => void navigate({ to: "/calendar/centres/$id", params: { id } })}
        onReadAgain={() => undefined}
      />
    </div>
  );
}

/** One centre: what it is, for managers to change, and who changed what. */
export function CentrePage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(calendarQueries.centre(id));
  return (
    <div className="page">
      <PageHead title={query.data?.name ?? words.centre} />
      <CalendarNav />
      <Shown query={query}>{(centre) => <OneCentre key={id} centre={centre} />}</Shown>
    </div>
  );
}

function OneCentre({ centre }: { readonly centre: Centre }) {
  const { role } = useRole();
  // What is read while somebody types does not take it away: only what is asked for does.
  const [shown, setShown] = useState(centre);
  const [isOver, setOver] = useState(false);
  if (isOver && centre.version !== shown.version) {
    setShown(centre);
    setOver(false);
  }
  const query = useQuery(calendarQueries.centre(centre.id));
  return (
    <>
      <CentreForm
        key={shown.version}
        centre={shown}
        keeps={role === "manager"}
        onSaved={() => {
          setOver(true);
          // The form that was typed in goes: the next key press belongs to the page, from its top.
          document.getElementById("content")?.focus();
          scrollTo(0, 0);
        }}
        onReadAgain={() => {
          setOver(true);
          void query.refetch();
        }}
      />
      <ContactsOfCentre id={shown.id} keeps={role === "manager"} />
      <History centre={shown} />
    </>
  );
}

function History({ centre: { id, zone } }: { readonly centre: Centre }) {
  const query = useQuery(calendarQueries.history(id));
  return (
    <Section title={words.history}>
      <Shown query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="muted">{words.historyEmpty}</p>
          ) : (
            <ol className="timeline">
              {data.map((event) => (
                <li key={event.seq}>
                  <time dateTime={event.at}>{formatInstant(event.at)}</time>
                  <span>
                    {en.field.events[event.type] ?? event.type}
                    {toldIn(event, zone)}
                  </span>
                  <Actor id={event.actor} />
                </li>
              ))}
            </ol>
          )
        }
      </Shown>
    </Section>
  );
}

/** Which fields were changed, or which bench was blocked and when. */
function toldIn({ data }: CentreEvent, zone: string): string {
  const { changed, bench, startsAt, endsAt } = data;
  if (bench !== undefined) {
    const [from = "", to = ""] = [startsAt, endsAt].map((at) => dayAndTimeAt(String(at), zone));
    return words.benchAt(Number(bench), from, to);
  }
  const fields = Object.keys((changed as object | undefined) ?? {}).map(
    (name) => words.changed[name] ?? name,
  );
  return fields.length === 0 ? "" : words.changedFields(fields.join(", "));
}
