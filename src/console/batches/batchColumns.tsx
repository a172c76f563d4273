import { Link } from "@tanstack/react-router";
import { formatDay, formatInstant } from "../format/index.ts";
import { Actor, Badge, type Column } from "../parts/index.ts";
import { batches as words } from "../words/en/batches.ts";
import type { Batch } from "./batchQueries.ts";
import { batchTones } from "./batchTones.ts";

const numberColumn = (name: "quantity" | "made"): Column<Batch> => ({
  ...{ id: name, head: words[name], numeric: true },
  value: (row) => row[name],
  cell: (row) => row[name].toLocaleString("en"),
});

/** What a list and its file say of a batch. */
export const batchColumns: readonly Column<Batch>[] = [
  {
    id: "batch",
    head: words.batch,
    value: ({ id }) => id,
    cell: ({ id, note, sku }) => (
      <Link className="row-link" to="/batches/$id" params={{ id }}>
        {note === "" ? sku : note}
      </Link>
    ),
  },
  { id: "sku", head: words.sku, value: ({ sku }) => sku, cell: ({ sku }) => sku },
  { id: "region", head: words.region, value: ({ region }) => region, cell: ({ region }) => region },
  numberColumn("quantity"),
  numberColumn("made"),
  {
    id: "useBy",
    head: words.useBy,
    value: ({ useBy }) => useBy ?? undefined,
    cell: ({ useBy }) => (useBy === null ? words.forEver : formatDay(useBy)),
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.states[state],
    cell: ({ state }) => <Badge tone={batchTones[state]}>{words.states[state]}</Badge>,
  },
  {
    id: "askedBy",
    head: words.askedBy,
    value: ({ askedBy }) => askedBy,
    cell: ({ askedBy }) => <Actor id={askedBy} />,
  },
  {
    id: "at",
    head: words.askedAt,
    value: ({ askedAt }) => Date.parse(askedAt),
    text: ({ askedAt }) => askedAt,
    cell: ({ askedAt }) => <time dateTime={askedAt}>{formatInstant(askedAt)}</time>,
  },
];
