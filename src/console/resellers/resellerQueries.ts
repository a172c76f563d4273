import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { everyRow } from "../everyRow.ts";

export type Reseller = ReplyOf<"listResellers">["data"][number];
export type ResellerPage = ReplyOf<"showReseller">;
export type Correction = ReplyOf<"listCorrections">["data"][number];
export type StatementLine = ReplyOf<"showStatement">["data"][number];
export type TeamMember = ReplyOf<"listTeam">["data"][number];
export type TeamRole = TeamMember["teamRole"];
export type Cart = ReplyOf<"priceCart">;

/** What the screens of resellers read. */
export const resellerQueries = {
  list: (question: CommandOf<"listResellers">) =>
    queryOptions({
      queryKey: ["resellers", "list", question],
      queryFn: ({ signal }) => client.listResellers(question, { signal }),
      placeholderData: keepPreviousData,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: ["resellers", "one", id],
      queryFn: ({ signal }) => client.showReseller({ id }, { signal }),
    }),
  /** The reseller whose team somebody is in; null where it is none. */
  own: () =>
    queryOptions({
      queryKey: ["resellers", "own"],
      queryFn: async ({ signal }) => {
        const { data } = await client.listResellers({ limit: 1 }, { signal });
        return data[0] === undefined ? null : await client.showReseller({ id: data[0].id }, { signal });
      },
    }),
  corrections: (id: string) =>
    queryOptions({
      queryKey: ["resellers", "corrections", id],
      queryFn: async ({ signal }) => ({
        data: await Array.fromAsync(
          everyRow((asked: CommandOf<"listCorrections">) => client.listCorrections(asked, { signal }), {
            id,
          }),
        ),
      }),
    }),
  statement: (id: string, month: string) =>
    queryOptions({
      queryKey: ["resellers", "statement", id, month],
      queryFn: async ({ signal }) => {
        const { opening, closing } = await client.showStatement({ id, month, limit: 1 }, { signal });
        const lines = everyRow(
          (asked: CommandOf<"showStatement">) => client.showStatement(asked, { signal }),
          { id, month },
        );
        return { opening, closing, data: await Array.fromAsync(lines) };
      },
      placeholderData: keepPreviousData,
    }),
  team: (id: string) =>
    queryOptions({
      queryKey: ["resellers", "team", id],
      queryFn: async ({ signal }) => ({
        data: await Array.fromAsync(
          everyRow((asked: CommandOf<"listTeam">) => client.listTeam(asked, { signal }), { id }),
        ),
      }),
    }),
  keys: (id: string) =>
    queryOptions({
      queryKey: ["resellers", "keys", id],
      queryFn: async ({ signal }) => ({
        data: await Array.fromAsync(
          everyRow((asked: CommandOf<"listTeamKeys">) => client.listTeamKeys(asked, { signal }), { id }),
        ),
      }),
    }),
  cart: (command: CommandOf<"priceCart">) =>
    queryOptions({
      queryKey: ["resellers", "cart", command],
      queryFn: ({ signal }) => client.priceCart(command, { signal }),
      placeholderData: keepPreviousData,
      enabled: command.lines.length > 0,
    }),
};

/** Reads again whatever of resellers is on the screen. */
export async function readResellersAgain(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: ["resellers"] });
}
