import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";

export type Warranty = ReplyOf<"showWarranty">;
export type Rule = ReplyOf<"listWarrantyRules">["data"][number];
export type RulesTold = CommandOf<"setWarrantyRules">["rules"];
export type Recovery = ReplyOf<"listRecoveries">["data"][number];
export type Agreement = ReplyOf<"listAgreements">["data"][number];

/** What the screens of warranties and recoveries read. */
export const warrantyQueries = {
  of: (id: string) =>
    queryOptions({
      queryKey: ["warranties", "of", id],
      queryFn: ({ signal }) => client.showWarranty({ id }, { signal }),
    }),
  rules: (question: CommandOf<"listWarrantyRules">) =>
    queryOptions({
      queryKey: ["warranties", "rules", question],
      queryFn: ({ signal }) => client.listWarrantyRules(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  recoveries: (question: CommandOf<"listRecoveries">) =>
    queryOptions({
      queryKey: ["warranties", "recoveries", question],
      queryFn: ({ signal }) => client.listRecoveries(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  recovery: (id: string) =>
    queryOptions({
      queryKey: ["warranties", "recovery", id],
      queryFn: ({ signal }) => client.showRecovery({ id }, { signal }),
    }),
  agreements: (question: CommandOf<"listAgreements">) =>
    queryOptions({
      queryKey: ["warranties", "agreements", question],
      queryFn: ({ signal }) => client.listAgreements(question, { signal }),
      placeholderData: keepPreviousData,
    }),
};

/** Reads again whatever of warranties, and of the devices they are of, is on the screen. */
export async function readWarrantiesAgain(): Promise<void> {
  await queryClient.invalidateQueries();
}
