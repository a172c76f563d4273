import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";

export type Reportable = ReplyOf<"findReportable">["data"][number];
export type ReportDraft = ReplyOf<"listReportDrafts">["data"][number];
export type Guide = ReplyOf<"listGuides">["data"][number];
export type CaseAnswer = ReplyOf<"listCaseAnswers">["data"][number];

/** What the screens around a case read. */
export const reportQueries = {
  found: (search: string) =>
    queryOptions({
      queryKey: ["report", "found", search],
      queryFn: ({ signal }) => client.findReportable({ search }, { signal }),
      enabled: search !== "",
      staleTime: 0,
    }),
  drafts: (question: CommandOf<"listReportDrafts">) =>
    queryOptions({
      queryKey: ["report", "drafts", question],
      queryFn: ({ signal }) => client.listReportDrafts(question, { signal }),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  asked: (question: CommandOf<"askReport">) =>
    queryOptions({
      queryKey: ["report", "asked", question],
      queryFn: ({ signal }) => client.askReport(question, { signal }),
      placeholderData: keepPreviousData,
      retry: false,
    }),
  draft: (id: string) =>
    queryOptions({
      queryKey: ["report", "draft", id],
      queryFn: ({ signal }) => client.readReportDraft({ id }, { signal }),
      retry: false,
      staleTime: 0,
    }),
  guides: (question: CommandOf<"listGuides">) =>
    queryOptions({
      queryKey: ["guides", "list", question],
      queryFn: ({ signal }) => client.listGuides(question, { signal }),
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  guide: (id: string) =>
    queryOptions({
      queryKey: ["guides", "one", id],
      queryFn: ({ signal }) => client.showGuide({ id }, { signal }),
      staleTime: 0,
    }),
  answers: (question: CommandOf<"listCaseAnswers">) =>
    queryOptions({
      queryKey: ["answers", "list", question],
      queryFn: ({ signal }) => client.listCaseAnswers(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  counts: () =>
    queryOptions({
      queryKey: ["answers", "counts"],
      queryFn: ({ signal }) => client.countCaseAnswers({}, { signal }),
    }),
};
