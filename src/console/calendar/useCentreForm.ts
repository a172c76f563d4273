import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { useAct } from "../parts/useAct.ts";
import { calendar as words } from "../words/en/calendar.ts";
import { type Centre, readCalendarAgain } from "./calendarQueries.ts";
import { type Box, type CentreRead, type CentreTold, readTold, toldOf } from "./centreTold.ts";
import type { FaultAt } from "./rowList.tsx";

/** A centre that is typed: a new one, or another form of what was read. */
export function useCentreForm(centre: Centre | undefined, onSaved: (id: string) => void) {
  const [told, setTold] = useState<CentreTold>(() => toldOf(centre));
  const [unread, setUnread] = useState<Readonly<Record<string, string>>>({});
  const form = useRef<HTMLFormElement>(null);
  const announce = useAnnounce();
  const send = (body: CentreRead["body"], options: object) =>
    centre === undefined
      ? client.addCentre(body, options)
      : client.reviseCentre(
          { ...body, id: centre.id, closed: told.closed, version: centre.version },
          options,
        );
  const saving = useAct(send, async ({ id, name }) => {
    announce(words.saved(name));
    await readCalendarAgain();
    onSaved(id);
  });
  const { problem } = saving;
  useEffect(() => {
    if (problem !== undefined || Object.keys(unread).length > 0) {
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    }
  }, [problem, unread]);
  // The server names a part of what is one box here: `/hours/monday/0/from`.
  const fault: FaultAt = (pointer, below = true) =>
    unread[pointer] ??
    problem?.errors.find(
      (each) => each.pointer === pointer || (below && each.pointer.startsWith(`${pointer}/`)),
    )?.message;
  const box = (name: Box, label: string, pointer = `/${name}`) => ({
    ...{ label, value: told.boxes[name], error: fault(pointer) },
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) =>
      setTold((now) => ({ ...now, boxes: { ...now.boxes, [name]: value } })),
  });
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { body, faults } = readTold(told);
    setUnread(faults);
    if (Object.keys(faults).length === 0) {
      saving.perform(body);
    }
  };
  const change = (more: Partial<CentreTold>) => setTold((now) => ({ ...now, ...more }));
  return { told, change, box, fault, save, saving, form };
}

export type CentreForm = ReturnType<typeof useCentreForm>;
