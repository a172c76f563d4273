import { useQuery } from "@tanstack/react-query";
import type { CommandOf, Hold } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import type { Column } from "../parts/dataTable.tsx";
import { Badge } from "../parts/stateBadge.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { money as words } from "../words/en/money.ts";
import { Chips, Choose } from "./choose.tsx";
import { openColumn, RowLink, stateColumn, sumColumn, timeColumn, wordColumn } from "./columns.tsx";
import { MoneyList } from "./moneyList.tsx";
import { moneyQueries } from "./moneyQueries.ts";
import { holdTones } from "./tones.ts";

const columns: readonly Column<Hold>[] = [
  openColumn(
    words.hold,
    ({ id }) => id,
    ({ id }, says) => (
      <RowLink to="/money/holds/$id" id={id}>
        {says}
      </RowLink>
    ),
  ),
  stateColumn(words.state, ({ state }) => state, words.holds, holdTones),
  timeColumn("due", words.deviceDue, ({ dueAt }) => dueAt, { from: "tablet" }),
  wordColumn("answer", words.answer, ({ answer }) => words.answers[answer], { from: "desk" }),
  {
    id: "attention",
    from: "tablet",
    head: words.attention,
    value: ({ attention }) => (attention === null ? undefined : words.attentions[attention]),
    cell: ({ attention }) =>
      attention === null ? null : <Badge tone="needs">{words.attentions[attention]}</Badge>,
  },
  timeColumn("covered", words.covered, ({ coveredUntil }) => coveredUntil, { from: "desk" }),
  sumColumn("amount", words.amount, ({ amount }) => amount),
];

const QUESTIONS: Readonly<Record<string, CommandOf<"listHolds">>> = {
  due: { state: "placed", days: 7 },
  attention: { attention: "any" },
};

/** What is held on cards, the device that is due first, first. */
export function HoldsPage() {
  const { search, onFilter } = useListSearch();
  const { view = "due", state, after } = search;
  const question = { ...QUESTIONS[view], ...(state && { state }) } as CommandOf<"listHolds">;
  const query = useQuery(moneyQueries.holds({ limit: 100, ...question, ...(after && { after }) }));
  return (
    <MoneyList
      title={words.pages.holds}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      whole={() => everyRow(client.listHolds, question)}
      empty={state === undefined ? (words.holdViewsEmpty[view] ?? words.holdsEmpty) : words.emptyFiltered}
      filters={
        <>
          <Chips
            label={words.pages.holds}
            names={words.holdViews}
            value={view}
            whole={false}
            onChange={(chosen) => onFilter({ view: chosen })}
          />
          <Choose
            label={words.state}
            names={words.holds}
            value={state}
            onChange={(chosen) => onFilter({ state: chosen })}
          />
        </>
      }
    />
  );
}
