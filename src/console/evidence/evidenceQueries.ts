import { queryOptions } from "@tanstack/react-query";
import { createSendEvidence } from "../../client/index.ts";
import { client } from "../client.ts";
import { askOnTime } from "../serverClock.ts";

/** Sends a file of the bench's to a case. */
export const sendEvidence = createSendEvidence({ baseUrl: "", fetch: askOnTime });

/** What belongs to a case, all of it: a case has sixty pieces at the most, beside refused ones. */
export const evidenceQueries = {
  ofClaim: (id: string) =>
    queryOptions({
      queryKey: ["claim", id, "evidence"],
      queryFn: ({ signal }) => client.listEvidence({ id, limit: 200 }, { signal }),
      refetchInterval: ({ state }) =>
        state.data?.data.some((piece) => piece.state === "checking") === true ? 2_000 : 15_000,
    }),
};
