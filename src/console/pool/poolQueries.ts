import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";

export type Level = ReplyOf<"listStock">["data"][number];
export type Unit = ReplyOf<"listUnits">["data"][number];
export type Waiting = ReplyOf<"listWaits">["data"][number];
export type Move = ReplyOf<"showUnit">["moves"][number];

/** What the pages of the pool read. */
export const poolQueries = {
  stock: (question: CommandOf<"listStock">) =>
    queryOptions({
      queryKey: ["pool", "stock", question],
      queryFn: ({ signal }) => client.listStock(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  units: (question: CommandOf<"listUnits">) =>
    queryOptions({
      queryKey: ["pool", "units", question],
      queryFn: ({ signal }) => client.listUnits(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  unit: (serial: string) =>
    queryOptions({
      queryKey: ["pool", "unit", serial],
      queryFn: ({ signal }) => client.showUnit({ serial }, { signal }),
    }),
  waits: (question: CommandOf<"listWaits">) =>
    queryOptions({
      queryKey: ["pool", "waits", question],
      queryFn: ({ signal }) => client.listWaits(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  replacement: (id: string) =>
    queryOptions({
      queryKey: ["pool", "replacement", id],
      queryFn: ({ signal }) => client.showReplacement({ id }, { signal }),
    }),
};

/** Reads again whatever of them is on the screen. */
export async function readPoolAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ["pool"] });
}
