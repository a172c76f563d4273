import { queryOptions } from "@tanstack/react-query";
import { client } from "../client.ts";
import { serverNow } from "../serverClock.ts";
import { dayOf } from "./dayOf.ts";

/** Lines of each kind; the list behind it has the rest. */
const EACH = 8;
const REFRESH_MS = 30_000;

/** What somebody's day is made of. Read again while it is looked at. */
export const todayQueries = {
  mine: () =>
    queryOptions({
      queryKey: ["claims", "my day"],
      queryFn: ({ signal }) => client.showMyDay({ since: dayOf(serverNow()).from }, { signal }),
      refetchInterval: REFRESH_MS,
    }),
  visits: (centre: string | undefined) =>
    queryOptions({
      queryKey: ["calendar", "today", centre],
      queryFn: async ({ signal }) => {
        const at = centre === undefined ? {} : { centre };
        const question = { ...dayOf(serverNow()), ...at, state: "booked,arrived", limit: EACH };
        return (await client.listAppointments(question, { signal })).data;
      },
      refetchInterval: REFRESH_MS,
    }),
  /** What another person asked for, and what an owner contests. */
  decisions: (sees: { readonly overrides: boolean }) =>
    queryOptions({
      queryKey: ["review", "today", sees],
      queryFn: async ({ signal }) => {
        const question = { state: "asked", limit: EACH } as const;
        const [overrides, appeals] = await Promise.all([
          sees.overrides ? client.listOverrides(question, { signal }) : { data: [] },
          client.listAppeals(question, { signal }),
        ]);
        return [
          ...overrides.data.map((override) => ({ kind: "override", ...override }) as const),
          ...appeals.data.map((appeal) => ({ kind: "appeal", ...appeal }) as const),
        ];
      },
      refetchInterval: REFRESH_MS,
    }),
  verifications: () =>
    queryOptions({
      queryKey: ["verifications", "today"],
      queryFn: async ({ signal }) =>
        (await client.listVerifications({ state: "submitted", limit: EACH }, { signal })).data,
      refetchInterval: REFRESH_MS,
    }),
  dues: () =>
    queryOptions({
      queryKey: ["deadlines", "today"],
      queryFn: async ({ signal }) =>
        (await client.listDeadlines({ to: dayOf(serverNow()).to, limit: EACH }, { signal })).data,
      refetchInterval: REFRESH_MS,
    }),
};
