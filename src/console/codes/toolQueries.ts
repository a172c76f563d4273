import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";

export type SoldCode = ReplyOf<"listSoldCodes">["data"][number];
export type Shop = ReplyOf<"listShops">["data"][number];
export type ShopMessage = ReplyOf<"listShopMessages">["data"][number];
export type Eligibility = ReplyOf<"askEligibility">["data"][number];

/** While a message is worked its list looks again. */
const LOOK_AGAIN_MS = 1_000;

/** What the screens of a reseller's tools read. */
export const toolQueries = {
  codes: (question: CommandOf<"listSoldCodes">) =>
    queryOptions({
      queryKey: ["tools", "codes", question],
      queryFn: ({ signal }) => client.listSoldCodes(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  code: (id: string) =>
    queryOptions({
      queryKey: ["tools", "code", id],
      queryFn: ({ signal }) => client.showSoldCode({ id }, { signal }),
    }),
  shops: (question: CommandOf<"listShops">) =>
    queryOptions({
      queryKey: ["tools", "shops", question],
      queryFn: ({ signal }) => client.listShops(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  messages: (question: CommandOf<"listShopMessages">) =>
    queryOptions({
      queryKey: ["tools", "messages", question],
      queryFn: ({ signal }) => client.listShopMessages(question, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) =>
        state.data?.data.some((one) => one.state === "new") === true ? LOOK_AGAIN_MS : false,
    }),
};

/** Reads again whatever of the tools is on the screen. */
export async function readToolsAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ["tools"] });
}
