import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatDay, formatInstant } from "../format/formatDate.ts";
import type { Money as Sum } from "../format/formatMoney.ts";
import type { Column } from "../parts/dataTable.tsx";
import { Money } from "../parts/money.tsx";
import { Badge, type Tone } from "../parts/stateBadge.tsx";

type Where<Row> = (row: Row) => string | null | undefined;
type More = Pick<Column<object>, "from">;

/** A sum; without one nothing. */
export function sumColumn<Row>(
  id: string,
  head: string,
  sum: (row: Row) => Sum | null,
  more: More = {},
): Column<Row> {
  return {
    ...{ id, head, numeric: true, ...more },
    value: (row) => sum(row)?.amount,
    sum,
    cell: (row) => {
      const of = sum(row);
      return of === null ? null : <Money of={of} />;
    },
  };
}

/** An instant or a day. */
export function timeColumn<Row>(id: string, head: string, at: Where<Row>, more: More = {}): Column<Row> {
  return {
    ...{ id, head, ...more },
    value: (row) => {
      const text = at(row);
      return text === null || text === undefined ? undefined : Date.parse(text);
    },
    text: (row) => at(row) ?? undefined,
    cell: (row) => {
      const text = at(row);
      return text === null || text === undefined ? null : (
        <time dateTime={text}>{text.length === 10 ? formatDay(text) : formatInstant(text)}</time>
      );
    },
  };
}

/** A word out of a list of words. */
export function wordColumn<Row>(id: string, head: string, says: Where<Row>, more: More = {}): Column<Row> {
  return {
    ...{ id, head, ...more },
    value: (row) => says(row) ?? undefined,
    cell: (row) => says(row) ?? null,
  };
}

/** A state with its colour. */
export function stateColumn<Row>(
  head: string,
  state: (row: Row) => string,
  names: Readonly<Record<string, string>>,
  tones: Readonly<Record<string, Tone>>,
): Column<Row> {
  return {
    ...{ id: "state", head },
    value: (row) => names[state(row)] ?? state(row),
    cell: (row) => <StateOf state={state(row)} names={names} tones={tones} />,
  };
}

/** A state as a badge. */
export function StateOf(props: {
  readonly state: string;
  readonly names: Readonly<Record<string, string>>;
  readonly tones: Readonly<Record<string, Tone>>;
}) {
  const { state, names, tones } = props;
  return <Badge tone={tones[state] ?? "over"}>{names[state] ?? state}</Badge>;
}

/** What opens the row: the end of its id, which tells rows apart; the file has all of it. */
export function openColumn<Row>(
  head: string,
  id: (row: Row) => string,
  link: (row: Row, says: ReactNode) => ReactNode,
): Column<Row> {
  return {
    id: "id",
    head,
    value: id,
    cell: (row) => link(row, <code title={id(row)}>{shortId(id(row))}</code>),
  };
}

/** The prefix of an id and its end. */
export function shortId(id: string): string {
  const [prefix = "", ...rest] = id.split("_");
  const tail = rest.join("_");
  return tail.length <= 12 ? id : `${prefix}_…${tail.slice(-9)}`;
}

/** A link that opens a row. */
export function RowLink(props: { readonly to: string; readonly id: string; readonly children: ReactNode }) {
  return (
    <Link className="row-link" to={props.to as "/money/charges/$id"} params={{ id: props.id }}>
      {props.children}
    </Link>
  );
}
