import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { en } from "../words/en.ts";
import { ProblemCard } from "./problemCard.tsx";
import { problemOf } from "./useAct.ts";

/**
 * Shows what was read. Until it is there it says so; when it cannot be read, why, with a way to try again.
 */
export function Shown<Data>(props: {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}) {
  const { query, children } = props;
  if (query.data !== undefined) {
    return (
      <>
        {query.error === null ? null : <NotFresh query={query} />}
        {children(query.data)}
      </>
    );
  }
  if (query.error !== null) {
    return (
      <ProblemCard problem={problemOf(query.error)}>
        <p>
          <Retry query={query} />
        </p>
      </ProblemCard>
    );
  }
  return <Loading />;
}

/** What is shown is from before: why, and how to ask again. */
function NotFresh({ query }: { readonly query: UseQueryResult }) {
  return query.error === null ? null : (
    <p className="not-fresh" role="status">
      {en.shell.notFresh} {problemOf(query.error).message} <Retry query={query} />
    </p>
  );
}

function Retry({ query }: { readonly query: UseQueryResult }) {
  return (
    <button type="button" className="text-button" onClick={() => void query.refetch()}>
      {en.shell.retry}
    </button>
  );
}

/** Something is being read. */
export function Loading() {
  return (
    <p className="loading" role="status">
      {en.shell.loading}
    </p>
  );
}
