import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";

export type Batch = ReplyOf<"listBatches">["data"][number];
export type BatchShown = ReplyOf<"showBatch">;
export type SettlementRow = ReplyOf<"listSettlement">["data"][number];
export type SettledCode = ReplyOf<"listSettledCodes">["data"][number];

/** While codes are made their page looks again. */
const LOOK_AGAIN_MS = 1_000;

/** Whether codes of a batch are still being made. */
export function isBeingMade({ state, made, quantity }: Pick<Batch, "state" | "made" | "quantity">): boolean {
  return state === "released" && made < quantity;
}

/** What the screens of codes read. */
export const batchQueries = {
  batches: (question: CommandOf<"listBatches">) =>
    queryOptions({
      queryKey: ["batches", "list", question],
      queryFn: ({ signal }) => client.listBatches(question, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) => (state.data?.data.some(isBeingMade) === true ? LOOK_AGAIN_MS : false),
    }),
  batch: (id: string) =>
    queryOptions({
      queryKey: ["batches", "one", id],
      queryFn: ({ signal }) => client.showBatch({ id }, { signal }),
      staleTime: 0,
      refetchInterval: ({ state }) =>
        state.data !== undefined && isBeingMade(state.data) ? LOOK_AGAIN_MS : false,
    }),
  settlement: (question: CommandOf<"listSettlement">) =>
    queryOptions({
      queryKey: ["batches", "settlement", question],
      queryFn: ({ signal }) => client.listSettlement(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  codes: (question: CommandOf<"listSettledCodes">) =>
    queryOptions({
      queryKey: ["batches", "codes", question],
      queryFn: ({ signal }) => client.listSettledCodes(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  plans: () =>
    queryOptions({
      queryKey: ["batches", "plans"],
      queryFn: ({ signal }) => client.listProducts({ kind: "plan", limit: 200 }, { signal }),
    }),
};

/** Reads again whatever of codes is on the screen. */
export async function readBatchesAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ["batches"] });
}
