import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf } from "../client/index.ts";
import { isOver } from "./case/isOver.ts";
import { client, signIn } from "./client.ts";
import { everyRow } from "./everyRow.ts";
import { type QueueFilters, questionOf, type TabName } from "./queue/tabs.ts";

/** Everything the console reads, by the key it is kept under. */
export const queries = {
  session: () => queryOptions({ queryKey: ["session"], queryFn: () => signIn.whoAmI(), staleTime: 60_000 }),
  /** Whether money and shipments wait until the books are matched with the world outside. */
  status: () =>
    queryOptions({
      queryKey: ["money", "status"],
      queryFn: ({ signal }) => client.showStatus({}, { signal }),
      refetchInterval: 30_000,
    }),
  claims: (question: CommandOf<"listClaims">) =>
    queryOptions({
      queryKey: ["claims", question],
      queryFn: ({ signal }) => client.listClaims(question, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: 30_000,
    }),
  queue: (tab: TabName, filters: QueueFilters) =>
    queryOptions({
      queryKey: ["claims", "queue", tab, filters],
      queryFn: ({ signal }) => client.listClaims(questionOf(tab, filters), { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: 30_000,
    }),
  claim: (id: string) =>
    queryOptions({
      queryKey: ["claim", id],
      queryFn: ({ signal }) => client.showClaim({ id }, { signal }),
      staleTime: 0,
      // Its owner, the bank and other desks move it as well.
      refetchInterval: ({ state }) => (state.data !== undefined && isOver(state.data.claim) ? false : 5_000),
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

/** Every row of a list, over all its pages, for who takes the whole of it away. */
export const wholeLists = {
  queue: (tab: TabName, filters: QueueFilters) => everyRow(client.listClaims, questionOf(tab, filters)),
  orders: (question: CommandOf<"listOrders">) => everyRow(client.listOrders, question),
  contracts: (question: CommandOf<"listContracts">) => everyRow(client.listContracts, question),
  products: (question: CommandOf<"listProducts">) => everyRow(client.listProducts, question),
  keys: () => everyRow(client.listKeys, {}),
};
