import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";

export type Supplier = ReplyOf<"listSuppliers">["data"][number];
export type Import = ReplyOf<"listImports">["data"][number];
export type Refusal = ReplyOf<"listImportRefusals">["data"][number];

/** While a file is read its page looks again. */
const LOOK_AGAIN_MS = 1_000;

/** What the screens of supply read. */
export const supplyQueries = {
  suppliers: (question: CommandOf<"listSuppliers">) =>
    queryOptions({
      queryKey: ["supply", "suppliers", question],
      queryFn: ({ signal }) => client.listSuppliers(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  imports: (question: CommandOf<"listImports">) =>
    queryOptions({
      queryKey: ["supply", "imports", question],
      queryFn: ({ signal }) => client.listImports(question, { signal }),
      placeholderData: keepPreviousData,
      refetchInterval: ({ state }) =>
        state.data?.data.some((one) => one.state === "running") === true ? LOOK_AGAIN_MS : false,
    }),
  import: (id: string) =>
    queryOptions({
      queryKey: ["supply", "import", id],
      queryFn: ({ signal }) => client.showImport({ id }, { signal }),
      staleTime: 0,
      refetchInterval: ({ state }) => (state.data?.state === "running" ? LOOK_AGAIN_MS : false),
    }),
  /** Asked anew whenever more rows are refused: a file that is still read has not told all of them. */
  refusals: (question: CommandOf<"listImportRefusals">, refused: number) =>
    queryOptions({
      queryKey: ["supply", "refusals", question, refused],
      queryFn: ({ signal }) => client.listImportRefusals(question, { signal }),
      placeholderData: keepPreviousData,
    }),
};

/** Reads again whatever of supply is on the screen. */
export async function readSupplyAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ["supply"] });
}
