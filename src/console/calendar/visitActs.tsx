import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { calendar as words } from "../words/en/calendar.ts";
import { type Appointment, calendarQueries, readCalendarAgain } from "./calendarQueries.ts";
import { dayAndTimeAt } from "./timeAt.ts";

/** What may be done with a visit where it stands. */
export function VisitActs(props: {
  readonly visit: Appointment;
  /** Whoever is here wants to check in: Enter does. */
  readonly ready?: boolean;
}) {
  const { visit, ready = false } = props;
  const { id, state } = visit;
  const announce = useAnnounce();
  const told = (says: string) => async () => {
    announce(says);
    await readCalendarAgain();
  };
  const arriving = useAct(client.receiveVisitor, told(words.checkedIn));
  const missing = useAct(client.markNoShow, told(words.missed));
  const leaving = useAct(client.endVisit, told(words.left));
  const cancelling = useAct(client.cancelAppointment, told(words.cancelled));
  const problem = arriving.problem ?? missing.problem ?? leaving.problem ?? cancelling.problem;
  const size = ready ? "sm" : "compact-sm";
  const isToCome = state === "held" || state === "booked";
  const device = `${visit.modelName} ${visit.serial}`;
  return (
    <fieldset className={ready ? "row visit-acts" : "row plain-set"} aria-label={words.acts(device)}>
      {isToCome ? (
        <>
          <Button
            size={size}
            autoFocus={ready}
            loading={arriving.pending}
            onClick={() => arriving.perform({ id })}
          >
            {words.checkIn}
          </Button>
          <MoveTo visit={visit} />
        </>
      ) : null}
      {state === "booked" ? (
        <Button
          size={size}
          variant="default"
          loading={missing.pending}
          onClick={() => missing.perform({ id })}
        >
          {words.noShow}
        </Button>
      ) : null}
      {isToCome ? (
        <Button
          size={size}
          variant="default"
          loading={cancelling.pending}
          onClick={() => cancelling.perform({ id })}
        >
          {words.cancel}
        </Button>
      ) : null}
      {state === "arrived" ? (
        <Button size={size} loading={leaving.pending} onClick={() => leaving.perform({ id })}>
          {words.leave}
        </Button>
      ) : null}
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </fieldset>
  );
}

/** Another time of the same centre, from a list: nothing needs to be dragged. */
function MoveTo({ visit }: { readonly visit: Appointment }) {
  const [isOpen, setOpen] = useState(false);
  const [startsAt, setStartsAt] = useState("");
  const announce = useAnnounce();
  const { id, centre, model } = visit;
  const free = useQuery({ ...calendarQueries.slots({ id: centre.id, model }), enabled: isOpen });
  const moving = useAct(client.moveAppointment, async () => {
    announce(words.moved);
    setOpen(false);
    await readCalendarAgain();
  });
  if (!isOpen) {
    return (
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {words.moveTo}
      </Button>
    );
  }
  const slots = free.data?.days.flatMap((day) => day.slots) ?? [];
  const times = slots.map((slot) => ({
    value: slot.startsAt,
    label: dayAndTimeAt(slot.startsAt, centre.zone),
  }));
  return (
    <>
      <NativeSelect
        aria-label={words.moveTo}
        value={startsAt}
        data={[{ value: "", label: words.moveTo }, ...times]}
        onChange={(event) => setStartsAt(event.currentTarget.value)}
      />
      <Button
        size="compact-sm"
        disabled={startsAt === ""}
        loading={moving.pending}
        onClick={() => moving.perform({ id, startsAt })}
      >
        {words.move}
      </Button>
      {moving.problem === undefined ? null : <ProblemCard problem={moving.problem} />}
    </>
  );
}
