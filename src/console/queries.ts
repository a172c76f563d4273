import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf } from "../client/index.ts";
import { client, signIn } from "./client.ts";

/** Everything the console reads, by the key it is kept under. */
export const queries = {
  session: () => queryOptions({ queryKey: ["session"], queryFn: () => signIn.whoAmI(), staleTime: 60_000 }),
  claims: (question: CommandOf<"listClaims">) =>
    queryOptions({
      queryKey: ["claims", question],
      queryFn: ({ signal }) => client.listClaims(question, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: 30_000,
    }),
  claim: (id: string) =>
    queryOptions({
      queryKey: ["claim", id],
      queryFn: ({ signal }) => client.showClaim({ id }, { signal }),
    }),
  dryInspection: (command: CommandOf<"inspectDevice">) =>
    queryOptions({
      queryKey: ["dry-inspection", command],
      queryFn: ({ signal }) => client.inspectDevice(command, { dryRun: true, signal }),
      placeholderData: keepPreviousData,
    }),
  products: (question: CommandOf<"listProducts">) =>
    queryOptions({
      queryKey: ["products", question],
      queryFn: ({ signal }) => client.listProducts(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  product: (sku: string) =>
    queryOptions({
      queryKey: ["product", sku],
      queryFn: ({ signal }) => client.showProduct({ sku }, { signal }),
    }),
  dryOrder: (command: CommandOf<"placeOrder">) =>
    queryOptions({
      queryKey: ["dry-order", command],
      queryFn: ({ signal }) => client.placeOrder(command, { dryRun: true, signal }),
      placeholderData: keepPreviousData,
    }),
  orders: (question: CommandOf<"listOrders">) =>
    queryOptions({
      queryKey: ["orders", question],
      queryFn: ({ signal }) => client.listOrders(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  order: (id: string) =>
    queryOptions({
      queryKey: ["order", id],
      queryFn: ({ signal }) => client.showOrder({ id }, { signal }),
    }),
  contracts: (question: CommandOf<"listContracts">) =>
    queryOptions({
      queryKey: ["contracts", question],
      queryFn: ({ signal }) => client.listContracts(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  device: (id: string) =>
    queryOptions({
      queryKey: ["device", id],
      queryFn: ({ signal }) => client.showDevice({ id }, { signal }),
    }),
  terms: (programme: string) =>
    queryOptions({
      queryKey: ["terms", programme],
      queryFn: ({ signal }) => client.showTerms({ programme }, { signal }),
      staleTime: 60_000,
    }),
  keys: (question: CommandOf<"listKeys">) =>
    queryOptions({
      queryKey: ["keys", question],
      queryFn: ({ signal }) => client.listKeys(question, { signal }),
      placeholderData: keepPreviousData,
    }),
};
