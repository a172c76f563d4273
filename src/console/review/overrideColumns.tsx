import { Link } from "@tanstack/react-router";
import type { Override } from "../../client/index.ts";
import { formatInstant } from "../format/index.ts";
import { Actor, Badge, type Column, Money } from "../parts/index.ts";
import { review as words } from "../words/en/review.ts";

export const overrideTones = { asked: "needs", granted: "ok", declined: "over" } as const;

/** What a list and its file say of an override. */
export const overrideColumns: readonly Column<Override>[] = [
  {
    id: "case",
    head: words.case,
    value: ({ claimId }) => claimId,
    cell: ({ claimId, gives }) => (
      <Link className="row-link" to="/cases/$id" params={{ id: claimId }}>
        {words.gifts[gives]}
      </Link>
    ),
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.overrideStates[state],
    cell: ({ state }) => <Badge tone={overrideTones[state]}>{words.overrideStates[state]}</Badge>,
  },
  {
    id: "reason",
    from: "tablet",
    head: words.reason,
    value: ({ reason }) => words.reasons[reason],
    cell: ({ reason }) => words.reasons[reason],
  },
  {
    ...{ id: "fee", head: words.fee, numeric: true },
    value: ({ fee }) => fee.amount,
    cell: ({ fee }) => <Money of={fee} />,
  },
  {
    ...{ id: "cost", head: words.cost, numeric: true },
    value: ({ cost }) => cost.amount,
    cell: ({ cost }) => <Money of={cost} />,
  },
  {
    id: "askedBy",
    from: "desk",
    head: words.askedBy,
    value: ({ askedBy }) => askedBy,
    cell: ({ askedBy }) => <Actor id={askedBy} />,
  },
  {
    id: "at",
    from: "desk",
    head: words.askedAt,
    value: ({ askedAt }) => Date.parse(askedAt),
    text: ({ askedAt }) => askedAt,
    cell: ({ askedAt }) => <time dateTime={askedAt}>{formatInstant(askedAt)}</time>,
  },
];
