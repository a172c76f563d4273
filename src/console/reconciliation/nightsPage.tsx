import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDay } from "../format/index.ts";
import { Choose, MoneyList, moneyQueries, stateColumn, timeColumn } from "../money/index.ts";
import { type Column, useListSearch } from "../parts/index.ts";
import { money } from "../words/en/money.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import { partyName } from "./differencesPage.tsx";
import { ReconcileNav } from "./reconcileNav.tsx";

type Run = ReplyOf<"listReconciliations">["data"][number];

/** Often enough to see that it moves. */
const RUNNING_MS = 3_000;

function countColumn(
  id: string,
  head: string,
  count: (run: Run) => number,
  from?: "tablet" | "desk",
): Column<Run> {
  return { ...{ id, head, numeric: true, value: count, cell: count }, ...(from && { from }) };
}

const columns: readonly Column<Run>[] = [
  {
    id: "night",
    head: words.night,
    value: ({ night }) => Date.parse(night),
    text: ({ night }) => night,
    cell: ({ night, kind, party }) => (
      <Link
        className="row-link"
        to="/money/reconciliation/differences"
        search={{ kind, party, state: "all" }}
      >
        {formatDay(night)}
      </Link>
    ),
  },
  {
    id: "with",
    head: words.with,
    value: ({ kind, party }) => partyName(kind, party),
    cell: ({ kind, party }) => partyName(kind, party),
  },
  stateColumn(words.state, ({ state }) => state, words.runStates, { running: "waiting", done: "ok" }),
  countColumn("ours", words.ourRows, ({ ours }) => ours, "desk"),
  countColumn("theirs", words.theirLines, ({ theirs }) => theirs, "desk"),
  countColumn("pairs", words.pairs, ({ matched }) => matched, "tablet"),
  countColumn("found", words.found, ({ found }) => found),
  countColumn("explained", words.explained, ({ explained }) => explained, "desk"),
  countColumn("posted", words.posted, ({ posted }) => posted, "desk"),
  timeColumn("finished", words.finished, ({ finishedAt }) => finishedAt, { from: "desk" }),
];

/** What was compared with whom, the newest night first; each opens what was found. */
export function NightsPage() {
  const { search, onFilter } = useListSearch();
  const { kind, state, after } = search;
  const filter = { ...(kind && { kind }), ...(state && { state }) } as CommandOf<"listReconciliations">;
  const query = useQuery({
    ...moneyQueries.nights({ limit: 100, ...filter, ...(after && { after }) }),
    refetchInterval: ({ state: { data } }) =>
      data?.data.some((run) => run.state === "running") === true ? RUNNING_MS : false,
  });
  const filtered = kind !== undefined || state !== undefined;
  return (
    <MoneyList
      title={words.pages.nights}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      whole={() => everyRow(client.listReconciliations, filter)}
      empty={filtered ? money.emptyFiltered : words.nightsEmpty}
      filters={
        <>
          <Choose
            label={words.kind}
            names={words.kinds}
            value={kind}
            onChange={(chosen) => onFilter({ kind: chosen })}
          />
          <Choose
            label={words.state}
            names={words.runStates}
            value={state}
            onChange={(chosen) => onFilter({ state: chosen })}
          />
        </>
      }
    >
      <ReconcileNav />
    </MoneyList>
  );
}
