import { Link } from "@tanstack/react-router";
import type { Order } from "../../client/index.ts";
import { formatInstant } from "../format/formatDate.ts";
import type { Column } from "../parts/dataTable.tsx";
import { Money } from "../parts/money.tsx";
import { en } from "../words/en.ts";
import { OrderStateBadge } from "./orderState.tsx";

const words = en.shop;
const linesOf = ({ lines }: Order) =>
  lines.map(({ quantity, name }) => words.lineText(quantity, name)).join(", ");

/** What a list says of an order. */
export const orderColumns: readonly Column<Order>[] = [
  {
    id: "id",
    head: words.orderNo,
    value: ({ id }) => id,
    cell: ({ id }) => (
      <Link className="row-link" to="/orders/$id" params={{ id }}>
        <code>{id}</code>
      </Link>
    ),
  },
  {
    id: "placed",
    head: words.placed,
    value: ({ placedAt }) => Date.parse(placedAt),
    text: ({ placedAt }) => placedAt,
    cell: ({ placedAt }) => formatInstant(placedAt),
  },
  { id: "lines", head: words.lines, value: linesOf, cell: linesOf },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => en.field.orders[state],
    cell: ({ state }) => <OrderStateBadge state={state} />,
  },
  {
    id: "sum",
    head: words.sum,
    numeric: true,
    value: ({ totals }) => totals.gross.amount,
    sum: ({ totals }) => totals.gross,
    cell: ({ totals }) => <Money of={totals.gross} />,
  },
];
