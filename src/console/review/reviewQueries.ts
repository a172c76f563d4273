import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";

/** What is read of overrides, appeals and signals. */
export const reviewQueries = {
  overrides: (question: CommandOf<"listOverrides">) =>
    queryOptions({
      queryKey: ["review", "overrides", question],
      queryFn: ({ signal }) => client.listOverrides(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  appeals: (question: CommandOf<"listAppeals">) =>
    queryOptions({
      queryKey: ["review", "appeals", question],
      queryFn: ({ signal }) => client.listAppeals(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  appeal: (id: string) =>
    queryOptions({
      queryKey: ["review", "appeal", id],
      queryFn: ({ signal }) => client.showAppeal({ id }, { signal }),
    }),
  appealsOfCase: (id: string) =>
    queryOptions({
      queryKey: ["review", "appeals of", id],
      queryFn: ({ signal }) => client.listClaimAppeals({ id }, { signal }),
    }),
  signals: (id: string) =>
    queryOptions({
      queryKey: ["review", "signals", id],
      queryFn: ({ signal }) => client.listSignals({ id }, { signal }),
    }),
};

/** After a decision what it was about is read again. */
export async function readReviewAgain(): Promise<void> {
  await Promise.all(
    ["review", "claim", "claims"].map((key) => queryClient.invalidateQueries({ queryKey: [key] })),
  );
}
