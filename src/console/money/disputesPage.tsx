import { useQuery } from "@tanstack/react-query";
import type { CommandOf, Dispute } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import type { Column } from "../parts/dataTable.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { money as words } from "../words/en/money.ts";
import { Chips } from "./choose.tsx";
import { openColumn, RowLink, stateColumn, sumColumn, timeColumn, wordColumn } from "./columns.tsx";
import { MoneyList } from "./moneyList.tsx";
import { moneyQueries } from "./moneyQueries.ts";
import { disputeTones } from "./tones.ts";

const columns: readonly Column<Dispute>[] = [
  openColumn(
    words.dispute,
    ({ id }) => id,
    ({ id }, says) => (
      <RowLink to="/money/disputes/$id" id={id}>
        {says}
      </RowLink>
    ),
  ),
  stateColumn(words.state, ({ state }) => state, words.disputes, disputeTones),
  wordColumn("reason", words.reason, ({ reason }) => reason, { from: "desk" }),
  timeColumn("opened", words.made, ({ openedAt }) => openedAt, { from: "tablet" }),
  timeColumn("answer", words.answerBy, ({ answerBy }) => answerBy, { from: "tablet" }),
  sumColumn("amount", words.amount, ({ amount }) => amount),
];

/** Payments that a card holder's bank took back, the newest first. */
export function DisputesPage() {
  const { search, onFilter } = useListSearch();
  const { state, after } = search;
  const filter = { ...(state && { state }) } as CommandOf<"listDisputes">;
  const query = useQuery(moneyQueries.disputes({ limit: 100, ...filter, ...(after && { after }) }));
  return (
    <MoneyList
      title={words.pages.disputes}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      whole={() => everyRow(client.listDisputes, filter)}
      empty={state === undefined ? words.disputesEmpty : words.emptyFiltered}
      filters={
        <Chips
          label={words.state}
          names={words.disputes}
          value={state}
          onChange={(chosen) => onFilter({ state: chosen })}
        />
      }
    />
  );
}
