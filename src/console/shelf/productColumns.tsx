import { Link } from "@tanstack/react-router";
import { formatInstant } from "../format/index.ts";
import { Badge, type Column } from "../parts/index.ts";
import { shelf as words } from "../words/en/shelf.ts";
import type { KeptRow } from "./shelfQueries.ts";

/** What a list and its file say of a product. */
export const productColumns: readonly Column<KeptRow>[] = [
  {
    id: "sku",
    head: words.sku,
    value: ({ sku }) => sku,
    cell: ({ sku }) => (
      <Link className="row-link" to="/supply/products/$sku" params={{ sku }}>
        {sku}
      </Link>
    ),
  },
  { id: "name", head: words.name, value: ({ name }) => name, cell: ({ name }) => name },
  {
    ...{ id: "brand", head: words.brand, from: "tablet" },
    value: ({ brand }) => brand,
    cell: ({ brand }) => brand,
  },
  {
    ...{ id: "category", head: words.category, from: "desk" },
    value: ({ category }) => category,
    cell: ({ category }) => category,
  },
  {
    ...{ id: "kind", head: words.kind, from: "tablet" },
    value: ({ soldAs }) => words.kinds[soldAs],
    cell: ({ soldAs }) => words.kinds[soldAs],
  },
  {
    id: "listed",
    head: words.listed,
    value: ({ isListed }) => words.listedFilters[isListed ? "true" : "false"],
    cell: ({ isListed }) => (
      <Badge tone={isListed ? "ok" : "over"}>{words.listedFilters[isListed ? "true" : "false"]}</Badge>
    ),
  },
  {
    id: "supplier",
    head: words.supplier,
    value: ({ supplier }) => supplier ?? words.own,
    cell: ({ supplier }) => supplier ?? words.own,
  },
  {
    ...{ id: "stock", head: words.stock, numeric: true },
    value: ({ stock }) => stock ?? undefined,
    cell: ({ stock }) => stock?.toLocaleString("en") ?? words.onDemand,
  },
  {
    ...{ id: "changed", head: words.changed, from: "desk" },
    value: ({ changedAt }) => Date.parse(changedAt),
    text: ({ changedAt }) => changedAt,
    cell: ({ changedAt }) => <time dateTime={changedAt}>{formatInstant(changedAt)}</time>,
  },
];
