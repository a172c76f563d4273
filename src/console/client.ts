import {
  type InvalidateOptions,
  type InvalidateQueryFilters,
  MutationCache,
  QueryCache,
  QueryClient,
} from "@tanstack/react-query";
import { createClient, createSignIn, ProblemError } from "../client/index.ts";
import { askOnTime } from "./serverClock.ts";

/** The server this console was served by, with the session of this browser. */
export const client = createClient({ fetch: askOnTime });
export const signIn = createSignIn({ baseUrl: "", fetch: askOnTime });

/** Called when the server says that nobody is signed in any more. The router listens. */
let onSignedOut: () => void = () => undefined;

/** Sets what happens when a session has ended. */
export function whenSignedOut(react: () => void): void {
  onSignedOut = react;
}

function notice(error: unknown): void {
  if (error instanceof ProblemError && error.status === 401) {
    queryClient.setQueryData(["session"], { role: "public", email: null, name: null, teamRole: null });
    onSignedOut();
  }
}

/**
 * What is read for the first time while something is changed was perhaps answered before the change, and the
 * library waits for that answer instead of asking again: here it is asked again once it has come.
 */
class Queries extends QueryClient {
  override async invalidateQueries(
    filters: InvalidateQueryFilters = {},
    options?: InvalidateOptions,
  ): Promise<void> {
    const firsts = this.getQueryCache()
      .findAll({ ...filters, type: "active", fetchStatus: "fetching" })
      .filter(({ state }) => state.data === undefined);
    const again = firsts.map(async (query) => {
      await query.promise?.catch(() => undefined);
      // Unless it failed, or was asked again meanwhile.
      if (query.state.dataUpdateCount === 1) {
        await super.invalidateQueries({ queryKey: query.queryKey, exact: true }, options);
      }
    });
    await Promise.all([super.invalidateQueries(filters, options), ...again]);
  }
}

/** What was read, until it is read again. The client itself tries again what is worth another try. */
export const queryClient = new Queries({
  queryCache: new QueryCache({ onError: notice }),
  mutationCache: new MutationCache({ onError: notice }),
  // The server may stand in the same room: whether the browser is "online" says nothing of it.
  defaultOptions: {
    queries: { retry: false, staleTime: 5_000, networkMode: "always", refetchOnReconnect: true },
    mutations: { retry: false, networkMode: "always" },
  },
});
