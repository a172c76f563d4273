import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { everyRow } from "../everyRow.ts";

export type ListedVerification = ReplyOf<"listVerifications">["data"][number];
export type VerificationPage = ReplyOf<"showVerification">;
export type ShownClip = VerificationPage["clips"][number];
export type ClipName = ShownClip["clip"];

/** What the verification room reads. */
export const verificationQueries = {
  list: (question: CommandOf<"listVerifications">) =>
    queryOptions({
      queryKey: ["verifications", question],
      queryFn: ({ signal }) => client.listVerifications(question, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: 30_000,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: ["verification", id],
      queryFn: ({ signal }) => client.showVerification({ id }, { signal }),
      staleTime: 0,
      refetchInterval: 15_000,
    }),
};

/** Every row of the list, for who takes the whole of it away. */
export const everyVerification = (question: CommandOf<"listVerifications">) =>
  everyRow(client.listVerifications, question);

/** Reads again what a decision has changed. */
export async function refreshVerification(id: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ["verification", id] }),
    queryClient.invalidateQueries({ queryKey: ["verifications"] }),
  ]);
}
