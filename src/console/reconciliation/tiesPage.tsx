import { useQuery } from "@tanstack/react-query";
import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatMoney } from "../format/index.ts";
import { Chips, MoneyList, moneyQueries, ObjectLink } from "../money/index.ts";
import { Badge, type Column, useListSearch } from "../parts/index.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import { ReconcileNav } from "./reconcileNav.tsx";

type Tie = ReplyOf<"listTies">["data"][number];

/** The order whose codes are counted. */
function orderOf({ detail }: Tie): string | undefined {
  return /\bord_[0-9a-z]{26}\b/.exec(detail)?.[0];
}

/** Where the rows of a figure are. */
function rowsOf(tie: Tie): LinkProps | undefined {
  const { what, programme, region, currency } = tie;
  const order = orderOf(tie);
  const places: Readonly<Record<string, LinkProps>> = {
    deferred_revenue: {
      to: "/money/sales",
      search: { programme, region, currency: currency ?? undefined },
    },
    refunds_payable: { to: "/money/refunds", search: { view: "all" } },
    receivable: { to: "/money/invoices" },
    clearing: { to: "/money/reconciliation/reports", search: { kind: "provider" } },
    ...(order === undefined ? {} : { codes: { to: "/orders/$id", params: { id: order } } }),
  };
  return places[what];
}

/** Where the balance of the books is. */
function booksOf({ what, currency }: Tie): LinkProps | undefined {
  return currency === null ? undefined : { to: "/money/ledger", search: { kind: what, currency } };
}

function figureOf({ currency }: Tie, minor: number): string {
  return currency === null ? String(minor) : formatMoney({ amount: minor, currency });
}

function Figure(props: { readonly to: LinkProps | undefined; readonly children: ReactNode }) {
  const { to, children } = props;
  return to === undefined ? children : <Link {...to}>{children}</Link>;
}

/** A figure by one of its two ways, which opens what it is the sum of. */
function figureColumn(
  id: "left" | "right",
  head: string,
  place: (tie: Tie) => LinkProps | undefined,
): Column<Tie> {
  return {
    ...{ id, head, numeric: true },
    value: (tie) => tie[id],
    sum: (tie) => ({ amount: tie[id], currency: tie.currency }),
    cell: (tie) => (
      <Figure to={place(tie)}>
        <span className="money">{figureOf(tie, tie[id])}</span>
      </Figure>
    ),
  };
}

function placeOf(tie: Tie): string {
  const { programme, region } = tie;
  return orderOf(tie) ?? (programme === "all" ? words.everywhere : `${programme}, ${region}`);
}

/** Both ways in words; of codes only what there is of them. */
function howOf(tie: Tie): string {
  const states = orderOf(tie) === undefined ? undefined : tie.detail.split(": ")[1];
  const some = states?.split(", ").filter((state) => !state.startsWith("0 "));
  return some?.join(", ") ?? tie.detail;
}

const columns: readonly Column<Tie>[] = [
  {
    id: "what",
    head: words.figure,
    value: ({ what }) => words.figures[what] ?? what,
    cell: ({ what }) => words.figures[what] ?? what,
  },
  {
    ...{ id: "where", head: words.where, from: "tablet", value: placeOf },
    cell: (tie) => (orderOf(tie) === undefined ? placeOf(tie) : <ObjectLink id={orderOf(tie)} />),
  },
  figureColumn("left", words.byRows, rowsOf),
  figureColumn("right", words.byBooks, booksOf),
  {
    id: "tied",
    head: words.tied,
    value: ({ isTied }) => (isTied ? words.tied : words.untied),
    cell: ({ isTied }) => (
      <Badge tone={isTied ? "ok" : "problem"}>{isTied ? words.tied : words.untied}</Badge>
    ),
  },
  { id: "how", head: words.how, from: "desk", value: howOf, cell: howOf },
];

/** Every figure two ways, each with its rows behind it. */
export function TiesPage() {
  const { search, onFilter } = useListSearch();
  const { view = "all", after } = search;
  const filter: CommandOf<"listTies"> = view === "broken" ? { onlyBroken: true } : {};
  const query = useQuery(moneyQueries.ties({ limit: 100, ...filter, ...(after && { after }) }));
  const rows = query.data?.data ?? [];
  return (
    <MoneyList
      title={words.pages.ties}
      query={query}
      columns={columns}
      rowKey={({ what, programme, region, currency, detail }) =>
        [what, programme, region, currency, detail].join(" ")
      }
      whole={() => everyRow(client.listTies, filter)}
      empty={view === "broken" ? words.tiesAllTied : words.tiesEmpty}
      filters={
        <Chips
          label={words.state}
          names={words.tieViews}
          value={view}
          whole={false}
          onChange={(chosen) => onFilter({ view: chosen })}
        />
      }
    >
      <ReconcileNav />
      <p className="muted">{words.tiesNote}</p>
      {rows.length === 0 ? null : (
        <Outcome broken={rows.filter(({ isTied }) => !isTied).length} of={rows.length} />
      )}
    </MoneyList>
  );
}

function Outcome({ broken, of }: { readonly broken: number; readonly of: number }) {
  return (
    <p role="status">
      <Badge tone={broken === 0 ? "ok" : "problem"}>
        {broken === 0 ? words.allTie(of) : words.someDoNot(broken)}
      </Badge>
    </p>
  );
}
