import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";

export type WaitingCase = ReplyOf<"listWaiting">["data"][number];
export type CaseMessage = ReplyOf<"listMessages">["data"][number];
export type Mail = ReplyOf<"listMails">["data"][number];
export type Due = ReplyOf<"listDeadlines">["data"][number];
export type LetterText = ReplyOf<"listTexts">["data"][number];
export type Alarm = ReplyOf<"listAlarms">["data"][number];
export type ServiceClock = ReplyOf<"listClocks">["data"][number];

const REFRESH_MS = 15_000;

/** What the inbox reads. */
export const inboxQueries = {
  waiting: (question: CommandOf<"listWaiting">) =>
    queryOptions({
      queryKey: ["messages", "waiting", question],
      queryFn: ({ signal }) => client.listWaiting(question, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: REFRESH_MS,
    }),
  mails: (question: CommandOf<"listMails">) =>
    queryOptions({
      queryKey: ["mails", question],
      queryFn: ({ signal }) => client.listMails(question, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: REFRESH_MS,
    }),
  mail: (id: string) =>
    queryOptions({ queryKey: ["mail", id], queryFn: ({ signal }) => client.showMail({ id }, { signal }) }),
  dues: (question: CommandOf<"listDeadlines">) =>
    queryOptions({
      queryKey: ["deadlines", question],
      queryFn: ({ signal }) => client.listDeadlines(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  texts: () =>
    queryOptions({ queryKey: ["texts"], queryFn: ({ signal }) => client.listTexts({}, { signal }) }),
  promises: () =>
    queryOptions({
      queryKey: ["promises"],
      queryFn: ({ signal }) => client.listPromises({}, { signal }),
    }),
  clocks: (question: CommandOf<"listClocks">) =>
    queryOptions({
      queryKey: ["clocks", question],
      queryFn: ({ signal }) => client.listClocks(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  alarms: (question: CommandOf<"listAlarms">) =>
    queryOptions({
      queryKey: ["alarms", question],
      queryFn: ({ signal }) => client.listAlarms(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  thread: (id: string) =>
    queryOptions({
      queryKey: ["claim", id, "messages"],
      queryFn: ({ signal }) => client.listMessages({ id, limit: 100 }, { signal }),
      refetchInterval: REFRESH_MS,
    }),
  notes: (id: string) =>
    queryOptions({
      queryKey: ["claim", id, "notes"],
      queryFn: ({ signal }) => client.listNotes({ id, limit: 100 }, { signal }),
    }),
};
