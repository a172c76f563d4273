import { Link } from "@tanstack/react-router";
import { formatInstant } from "../format/index.ts";
import { Badge, type Column } from "../parts/index.ts";
import { shelf as words } from "../words/en/shelf.ts";
import type { Report } from "./shelfQueries.ts";

const tones = { open: "needs", answered: "over", mended: "ok" } as const;

/** What a list and its file say of a reported error. */
export const reportColumns: readonly Column<Report>[] = [
  {
    id: "product",
    head: words.name,
    value: ({ sku }) => sku,
    cell: ({ sku, name }) => (
      <Link to="/supply/products/$sku" params={{ sku }}>
        {name}
      </Link>
    ),
  },
  {
    id: "about",
    head: words.about,
    value: ({ about }) => words.abouts[about],
    cell: ({ about }) => words.abouts[about],
  },
  { ...{ id: "says", head: words.says }, value: ({ says }) => says, cell: ({ says }) => says },
  {
    ...{ id: "at", head: words.when, from: "tablet" },
    value: ({ createdAt }) => Date.parse(createdAt),
    text: ({ createdAt }) => createdAt,
    cell: ({ createdAt }) => <time dateTime={createdAt}>{formatInstant(createdAt)}</time>,
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.reportStates[state],
    cell: ({ state }) => <Badge tone={tones[state]}>{words.reportStates[state]}</Badge>,
  },
  {
    ...{ id: "answer", head: words.answer, from: "desk" },
    value: ({ answer }) => answer ?? undefined,
    cell: ({ answer }) => answer,
  },
];
