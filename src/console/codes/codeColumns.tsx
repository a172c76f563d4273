import { Link } from "@tanstack/react-router";
import { formatDay, formatInstant } from "../format/index.ts";
import { Badge, type Column } from "../parts/index.ts";
import { tools as words } from "../words/en/tools.ts";
import type { SoldCode } from "./toolQueries.ts";

const TONES = { sold: "waiting", redeemed: "ok", void: "over", expired: "over" } as const;

const instant = (id: "soldAt" | "redeemedAt", head: string): Column<SoldCode> => ({
  ...{ id, head },
  value: (row) => (row[id] === null ? undefined : Date.parse(row[id])),
  text: (row) => row[id] ?? "",
  cell: (row) => (row[id] === null ? "" : <time dateTime={row[id]}>{formatInstant(row[id])}</time>),
});

/** What a list and its file say of a code. */
export const codeColumns: readonly Column<SoldCode>[] = [
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.codeStates[state],
    cell: ({ state, isDelivered }) => (
      <Badge tone={TONES[state]}>
        {state === "sold" && !isDelivered ? words.notDelivered : words.codeStates[state]}
      </Badge>
    ),
  },
  { id: "sku", head: words.sku, value: ({ sku }) => sku, cell: ({ sku }) => sku },
  {
    id: "order",
    head: words.order,
    from: "tablet",
    value: ({ order }) => order,
    cell: ({ order }) => (
      <Link to="/orders/$id" params={{ id: order }}>
        <code>{order}</code>
      </Link>
    ),
  },
  {
    id: "region",
    head: words.region,
    from: "desk",
    value: ({ region }) => region,
    cell: ({ region }) => region,
  },
  instant("soldAt", words.soldAt),
  instant("redeemedAt", words.usedAt),
  {
    id: "useBy",
    head: words.useBy,
    from: "desk",
    value: ({ useBy }) => useBy ?? undefined,
    cell: ({ useBy }) => (useBy === null ? "" : formatDay(useBy)),
  },
  {
    id: "contract",
    head: words.contract,
    from: "desk",
    value: ({ contract }) => contract ?? undefined,
    cell: ({ contract }) => (contract === null ? "" : <code>{contract}</code>),
  },
];
