import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDay } from "../format/index.ts";
import { Choose, MoneyList, moneyQueries, RowLink, timeColumn, wordColumn } from "../money/index.ts";
import { Actor, type Column, useListSearch } from "../parts/index.ts";
import { money } from "../words/en/money.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import { ReconcileNav } from "./reconcileNav.tsx";
import { reporters } from "./reporters.ts";
import { SendReport } from "./sendReport.tsx";

type Report = ReplyOf<"listReports">["data"][number];

const columns: readonly Column<Report>[] = [
  wordColumn("kind", words.kind, ({ kind }) => words.kinds[kind]),
  {
    id: "party",
    head: words.party,
    value: ({ party }) => party,
    cell: ({ id, party }) => (
      <RowLink to="/money/reconciliation/reports/$id" id={id}>
        {party}
      </RowLink>
    ),
  },
  {
    id: "days",
    head: words.days,
    value: ({ from }) => Date.parse(from),
    text: ({ from, to }) => `${from} – ${to}`,
    cell: ({ from, to }) => (from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`),
  },
  wordColumn("origin", words.origin, ({ origin }) => words.origins[origin], { from: "desk" }),
  {
    id: "lines",
    head: words.lines,
    numeric: true,
    from: "tablet",
    value: ({ lines }) => lines,
    cell: ({ lines }) => lines,
  },
  {
    id: "by",
    head: words.madeBy,
    from: "desk",
    value: ({ madeBy }) => madeBy,
    cell: ({ madeBy }) => <Actor id={madeBy} />,
  },
  timeColumn("at", words.madeAt, ({ madeAt }) => madeAt, { from: "tablet" }),
];

/** What others said they did, as it was taken in; and the way to send more. */
export function ReportsPage() {
  const { search, onFilter } = useListSearch();
  const { kind, after } = search;
  const [sends, setSends] = useState(false);
  const filter = { ...(kind && { kind }) } as CommandOf<"listReports">;
  const query = useQuery(moneyQueries.reports({ limit: 100, ...filter, ...(after && { after }) }));
  return (
    <MoneyList
      title={words.pages.reports}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      whole={() => everyRow(client.listReports, filter)}
      empty={kind === undefined ? words.reportsEmpty : money.emptyFiltered}
      actions={sends ? null : <Button onClick={() => setSends(true)}>{words.send}</Button>}
      filters={
        <Choose
          label={words.kind}
          names={reporters}
          value={kind}
          onChange={(chosen) => onFilter({ kind: chosen })}
        />
      }
    >
      <ReconcileNav />
      {sends ? <SendReport onClose={() => setSends(false)} /> : null}
    </MoneyList>
  );
}
