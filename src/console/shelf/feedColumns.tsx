import { Link } from "@tanstack/react-router";
import { formatInstant } from "../format/index.ts";
import { Badge, type Column } from "../parts/index.ts";
import type { Tone } from "../parts/stateBadge.tsx";
import { shelf as words } from "../words/en/shelf.ts";
import type { SupplierFeed } from "./shelfQueries.ts";

const tones: Readonly<Record<NonNullable<SupplierFeed["outcome"]>, Tone>> = {
  ...{ running: "waiting", read: "ok", same: "ok", failed: "problem" },
};
const timesOf = ({ everyHours, dailyAt }: SupplierFeed): string =>
  everyHours === null ? words.daily(dailyAt ?? "") : words.every(everyHours);
const cameTo = ({ outcome, isPaused }: SupplierFeed): string => {
  const found = outcome === null ? words.never : words.outcomes[outcome];
  return isPaused ? words.paused : found;
};

/** What a list and its file say of a feed. */
export const feedColumns: readonly Column<SupplierFeed>[] = [
  {
    id: "supplier",
    head: words.supplier,
    value: ({ supplier }) => supplier,
    cell: ({ supplier }) => supplier,
  },
  {
    id: "source",
    head: words.source,
    value: ({ source }) => source,
    cell: ({ source }) => <code className="breaking">{source}</code>,
  },
  { id: "when", head: words.when, value: timesOf, cell: timesOf },
  {
    ...{ id: "lookedAt", head: words.lookedAt, from: "tablet" },
    value: ({ lookedAt }) => (lookedAt === null ? undefined : Date.parse(lookedAt)),
    text: ({ lookedAt }) => lookedAt ?? undefined,
    cell: ({ lookedAt }) =>
      lookedAt === null ? words.never : <time dateTime={lookedAt}>{formatInstant(lookedAt)}</time>,
  },
  { id: "outcome", head: words.outcome, value: cameTo, cell: (feed) => <Outcome feed={feed} /> },
];

function Outcome({ feed }: { readonly feed: SupplierFeed }) {
  const { outcome, outcomeSays, isPaused, failures } = feed;
  return (
    <>
      <Badge tone={isPaused || outcome === null ? "over" : tones[outcome]}>{cameTo(feed)}</Badge>{" "}
      {outcomeSays === null ? null : <span>{outcomeSays}</span>}{" "}
      {failures < 2 ? null : <strong>{words.needsYou(failures)}</strong>}{" "}
      {feed.import === null || outcome === "same" ? null : (
        <Link to="/supply/imports/$id" params={{ id: feed.import }}>
          {words.outcomes.read}
        </Link>
      )}
    </>
  );
}
