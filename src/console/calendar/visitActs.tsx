import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../client.ts";
import { type Undo, useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { serverNow } from "../serverClock.ts";
import { calendar as words } from "../words/en/calendar.ts";
import { type Appointment, calendarQueries, readCalendarAgain } from "./calendarQueries.ts";
import { dayAndTimeAt } from "./timeAt.ts";
import { canUndo, isSameDay } from "./visitToday.ts";

/** What may be done with a visit where it stands. */
export function VisitActs(props: {
  readonly visit: Appointment;
  /** Whoever is here wants to check in: Enter does. */
  readonly ready?: boolean;
}) {
  const { visit, ready = false } = props;
  const { id, state } = visit;
  const announce = useAnnounce();
  const told = (says: string, back?: Undo) => async () => {
    announce(says, back);
    await readCalendarAgain();
  };
  const undo = { act: () => client.withdrawArrival({ id }), says: words.checkInUndone };
  // Who did not come and is here after all would be expected again if that was taken back: it is not offered.
  const arriving = useAct(
    client.receiveVisitor,
    told(words.checkedIn, state === "no_show" ? undefined : undo),
  );
  const undoing = useAct(client.withdrawArrival, told(words.checkInUndone));
  const missing = useAct(client.markNoShow, told(words.missed));
  const leaving = useAct(client.endVisit, told(words.left));
  const cancelling = useAct(client.cancelAppointment, told(words.cancelled));
  const acts = [arriving, undoing, missing, leaving, cancelling];
  const problem = acts.find((act) => act.problem !== undefined)?.problem;
  const size = ready ? "sm" : "compact-sm";
  const now = serverNow();
  const isToCome = state === "held" || state === "booked";
  const button = (act: (typeof acts)[number], label: string, isMain = false) => (
    <Button
      size={size}
      variant={isMain ? "filled" : "default"}
      autoFocus={ready && isMain}
      loading={act.pending}
      onClick={() => act.perform({ id })}
    >
      {label}
    </Button>
  );
  return (
    <fieldset
      className={ready ? "row visit-acts" : "row plain-set"}
      aria-label={words.acts(`${visit.modelName} ${visit.serial}`)}
    >
      {isToCome ? button(arriving, words.checkIn, true) : null}
      {isToCome ? <MoveTo visit={visit} size={size} /> : null}
      {state === "booked" ? button(missing, words.noShow) : null}
      {isToCome ? button(cancelling, words.cancel) : null}
      {state === "no_show" && isSameDay(visit, now) ? button(arriving, words.hereAfterAll) : null}
      {state === "arrived" ? button(leaving, words.leave, !ready) : null}
      {state === "arrived" && canUndo(visit, now) ? button(undoing, words.undoCheckIn) : null}
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </fieldset>
  );
}

/** Another time of the same centre, from a list: nothing needs to be dragged. */
function MoveTo({ visit, size }: { readonly visit: Appointment; readonly size: "sm" | "compact-sm" }) {
  const [isOpen, setOpen] = useState(false);
  const [startsAt, setStartsAt] = useState("");
  const announce = useAnnounce();
  const { id, centre, model } = visit;
  const free = useQuery({
    ...calendarQueries.slots({ id: centre.id, model, inside: true }),
    enabled: isOpen,
  });
  const moving = useAct(client.moveAppointment, async () => {
    announce(words.moved);
    setOpen(false);
    await readCalendarAgain();
  });
  if (!isOpen) {
    return (
      <Button size={size} variant="default" onClick={() => setOpen(true)}>
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
        size={size}
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
