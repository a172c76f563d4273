import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";

export type Calendar = ReplyOf<"showCalendar">;
export type Appointment = Calendar["appointments"][number];
export type Centre = ReplyOf<"showCentre">;
export type Contacts = ReplyOf<"showContacts">;
export type CentreEvent = ReplyOf<"listCentreHistory">["data"][number];

/** What the screens of centres and visits read. */
export const calendarQueries = {
  centres: () =>
    queryOptions({
      queryKey: ["calendar", "centres"],
      queryFn: ({ signal }) => client.listCentres({ limit: 200 }, { signal }),
    }),
  everyCentre: () =>
    queryOptions({
      queryKey: ["calendar", "centres", "closed too"],
      queryFn: ({ signal }) => client.listCentres({ limit: 200, closed: true }, { signal }),
    }),
  centre: (id: string) =>
    queryOptions({
      queryKey: ["calendar", "centre", id],
      queryFn: ({ signal }) => client.showCentre({ id }, { signal }),
    }),
  contacts: (id: string) =>
    queryOptions({
      queryKey: ["calendar", "centre", id, "contacts"],
      queryFn: ({ signal }) => client.showContacts({ id }, { signal }),
    }),
  history: (id: string) =>
    queryOptions({
      queryKey: ["calendar", "centre", id, "history"],
      queryFn: ({ signal }) => client.listCentreHistory({ id, limit: 200 }, { signal }),
    }),
  calendar: (question: CommandOf<"showCalendar">) =>
    queryOptions({
      queryKey: ["calendar", "days", question],
      queryFn: ({ signal }) => client.showCalendar(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  appointments: (question: CommandOf<"listAppointments">) =>
    queryOptions({
      queryKey: ["calendar", "list", question],
      queryFn: ({ signal }) => client.listAppointments(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  slots: (question: CommandOf<"listSlots">) =>
    queryOptions({
      queryKey: ["calendar", "slots", question],
      queryFn: ({ signal }) => client.listSlots(question, { signal }),
    }),
};

/** Reads again whatever of them is on the screen. */
export async function readCalendarAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ["calendar"] });
}
