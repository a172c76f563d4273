import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Appeal, CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatInstant } from "../format/index.ts";
import { Badge, type Column, useListSearch } from "../parts/index.ts";
import { review as words } from "../words/en/review.ts";
import { ReviewList } from "./reviewList.tsx";
import { reviewQueries } from "./reviewQueries.ts";

export const appealTones = {
  asked: "needs",
  upheld: "ok",
  dismissed: "problem",
  withdrawn: "waiting",
} as const;

const columns: readonly Column<Appeal>[] = [
  {
    id: "appeal",
    head: words.theirReason,
    value: ({ reason }) => reason,
    cell: ({ id, reason }) => (
      <Link className="row-link" to="/review/appeals/$id" params={{ id }}>
        {reason.length > 80 ? `${reason.slice(0, 79)}…` : reason}
      </Link>
    ),
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.appealStates[state],
    cell: ({ state }) => <Badge tone={appealTones[state]}>{words.appealStates[state]}</Badge>,
  },
  {
    id: "case",
    from: "desk",
    head: words.case,
    value: ({ claimId }) => claimId,
    cell: ({ claimId }) => (
      <Link to="/cases/$id" params={{ id: claimId }}>
        {words.open}
      </Link>
    ),
  },
  ...(["askedAt", "dueAt"] as const).map(
    (name): Column<Appeal> => ({
      ...{ id: name, from: "tablet", head: name === "dueAt" ? words.due : words.askedAt },
      value: (row) => Date.parse(row[name]),
      text: (row) => row[name],
      cell: (row) => <time dateTime={row[name]}>{formatInstant(row[name])}</time>,
    }),
  ),
];

/** What owners contest: what is to be decided, and what came of it. */
export function AppealsPage() {
  const { search } = useListSearch();
  const { state, after } = search;
  const filter = { ...(state && { state }) } as CommandOf<"listAppeals">;
  const query = useQuery(reviewQueries.appeals({ limit: 50, ...filter, ...(after && { after }) }));
  return (
    <ReviewList
      title={words.appeals}
      query={query}
      columns={columns}
      whole={() => everyRow(client.listAppeals, filter)}
      states={words.appealStates}
      empty={[words.appealsEmpty, words.appealsNone]}
    />
  );
}
