import { useQuery } from "@tanstack/react-query";
import type { CommandOf, Refund } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDay } from "../format/index.ts";
import { Badge, type Column, useListSearch } from "../parts/index.ts";
import { serverNow } from "../serverClock.ts";
import { money as words } from "../words/en/money.ts";
import { Chips, Choose } from "./choose.tsx";
import {
  moneyQueries,
  openColumn,
  RowLink,
  refundTones,
  stateColumn,
  sumColumn,
  timeColumn,
  wordColumn,
} from "./index.ts";
import { MoneyList } from "./moneyList.tsx";

const isOpen = ({ closedAt, state }: Refund) => closedAt === null && state !== "declined";

/** Whether it should have been paid by now. */
export function isLate(refund: Refund): boolean {
  return isOpen(refund) && refund.dueAt !== null && Date.parse(refund.dueAt) < serverNow();
}

const columns: readonly Column<Refund>[] = [
  openColumn(
    words.refund,
    ({ id }) => id,
    ({ id }, says) => (
      <RowLink to="/money/refunds/$id" id={id}>
        {says}
      </RowLink>
    ),
  ),
  stateColumn(words.state, ({ state }) => state, words.refunds, refundTones),
  wordColumn("kind", words.kind, ({ kind }) => words.kinds[kind], { from: "tablet" }),
  wordColumn("means", words.means, ({ means }) => words.meansNames[means], { from: "desk" }),
  {
    id: "due",
    from: "tablet",
    head: words.due,
    value: ({ dueAt }) => (dueAt === null ? undefined : Date.parse(dueAt)),
    text: ({ dueAt }) => dueAt ?? undefined,
    cell: (refund) =>
      refund.dueAt === null ? null : (
        <>
          {formatDay(refund.dueAt)} {isLate(refund) ? <Badge tone="problem">{words.late}</Badge> : null}
        </>
      ),
  },
  timeColumn("requested", words.requested, ({ requestedAt }) => requestedAt, { from: "desk" }),
  sumColumn("amount", words.amount, ({ amount }) => amount),
];

/** What each view asks for. Days are counted by the hour, so that the same is asked once. */
function questionOf(view: string): CommandOf<"listRefunds"> {
  const hour = Math.floor(serverNow() / 3_600_000) * 3_600_000;
  const inDays = (days: number) => new Date(hour + days * 86_400_000).toISOString();
  const questions: Readonly<Record<string, CommandOf<"listRefunds">>> = {
    waiting: { state: "requested" },
    soon: { state: "approved", dueBefore: inDays(3), sort: "dueAt" },
    late: { dueBefore: inDays(0), sort: "dueAt" },
    failed: { state: "failed" },
    orders: { state: "approved", means: "transfer", sort: "dueAt" },
  };
  return questions[view] ?? {};
}

/** What was promised back: what waits for somebody first. */
export function RefundsPage() {
  const { search, onFilter } = useListSearch();
  const { view = "waiting", kind, after } = search;
  const question = { ...questionOf(view), ...(kind && { kind }) } as CommandOf<"listRefunds">;
  const query = useQuery(moneyQueries.refunds({ limit: 100, ...question, ...(after && { after }) }));
  // A refund that was paid late is late no more.
  const narrowed =
    view === "late" && query.data !== undefined
      ? { ...query, data: { ...query.data, data: query.data.data.filter(isOpen) } }
      : query;
  return (
    <MoneyList
      title={words.pages.refunds}
      query={narrowed as typeof query}
      columns={columns}
      rowKey={({ id }) => id}
      whole={async function* () {
        for await (const row of everyRow(client.listRefunds, question)) {
          if (view !== "late" || isOpen(row)) {
            yield row;
          }
        }
      }}
      empty={kind === undefined ? (words.refundViewsEmpty[view] ?? words.refundsEmpty) : words.emptyFiltered}
      filters={
        <>
          <Chips
            label={words.state}
            names={words.refundViews}
            value={view}
            whole={false}
            onChange={(chosen) => onFilter({ view: chosen })}
          />
          <Choose
            label={words.kind}
            names={words.kinds}
            value={kind}
            onChange={(chosen) => onFilter({ kind: chosen })}
          />
        </>
      }
    />
  );
}
