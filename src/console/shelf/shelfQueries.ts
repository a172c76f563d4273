import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { everyRow } from "../everyRow.ts";

export type KeptRow = ReplyOf<"listKeptProducts">["data"][number];
export type KeptProduct = ReplyOf<"showKeptProduct">;
export type PriceList = ReplyOf<"listPrices">["data"][number];
export type Group = ReplyOf<"listCustomerGroups">["data"][number];
export type DeviceModel = ReplyOf<"listModels">["data"][number];
export type SupplierFeed = ReplyOf<"listFeeds">["data"][number];
export type Report = ReplyOf<"listErrorReports">["data"][number];

const LOOK_AGAIN_MS = 1_000;

/** What the screens of the shelf read. */
export const shelfQueries = {
  products: (question: CommandOf<"listKeptProducts">) =>
    queryOptions({
      queryKey: ["shelf", "products", question],
      queryFn: ({ signal }) => client.listKeptProducts(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  product: (sku: string) =>
    queryOptions({
      queryKey: ["shelf", "product", sku],
      queryFn: ({ signal }) => client.showKeptProduct({ sku }, { signal }),
      staleTime: 0,
    }),
  prices: (question: CommandOf<"listPrices">) =>
    queryOptions({
      queryKey: ["shelf", "prices", question],
      queryFn: ({ signal }) => client.listPrices(question, { signal }),
    }),
  history: (sku: string) =>
    queryOptions({
      queryKey: ["shelf", "history", sku],
      queryFn: async ({ signal }) => {
        const list = (asked: CommandOf<"listProductHistory">) => client.listProductHistory(asked, { signal });
        return { data: await Array.fromAsync(everyRow(list, { sku })) };
      },
    }),
  groups: () =>
    queryOptions({
      queryKey: ["shelf", "groups"],
      queryFn: ({ signal }) => client.listCustomerGroups({}, { signal }),
    }),
  models: (question: CommandOf<"listModels">) =>
    queryOptions({
      queryKey: ["shelf", "models", question],
      queryFn: ({ signal }) => client.listModels(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  feeds: (question: CommandOf<"listFeeds">) =>
    queryOptions({
      queryKey: ["shelf", "feeds", question],
      queryFn: ({ signal }) => client.listFeeds(question, { signal }),
      refetchInterval: ({ state }) =>
        state.data?.data.some((one) => one.outcome === "running") === true ? LOOK_AGAIN_MS : false,
    }),
  reports: (question: CommandOf<"listErrorReports">) =>
    queryOptions({
      queryKey: ["shelf", "reports", question],
      queryFn: ({ signal }) => client.listErrorReports(question, { signal }),
      placeholderData: keepPreviousData,
    }),
};

/** Reads again whatever of the shelf is on the screen. */
export async function readShelfAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ["shelf"] });
}
