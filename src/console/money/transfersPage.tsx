import { useQuery } from "@tanstack/react-query";
import type { CommandOf, Transfer } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import type { Column } from "../parts/dataTable.tsx";
import { Serial } from "../parts/serial.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { money as words } from "../words/en/money.ts";
import { en } from "../words/en.ts";
import { Chips } from "./choose.tsx";
import { openColumn, RowLink, stateColumn, timeColumn, wordColumn } from "./columns.tsx";
import { MoneyList } from "./moneyList.tsx";
import { moneyQueries } from "./moneyQueries.ts";
import { transferTones } from "./tones.ts";

const columns: readonly Column<Transfer>[] = [
  openColumn(
    words.contract,
    ({ contractId }) => contractId,
    ({ contractId }, says) => (
      <RowLink to="/contracts/$id" id={contractId}>
        {says}
      </RowLink>
    ),
  ),
  {
    id: "serial",
    from: "tablet",
    head: words.serial,
    value: ({ serial }) => serial,
    cell: ({ serial }) => <Serial>{serial}</Serial>,
  },
  wordColumn("plan", words.plan, ({ product }) => en.field.plans[product] ?? product, { from: "desk" }),
  stateColumn(words.state, ({ state }) => state, words.transfers, transferTones),
  timeColumn("asked", words.requested, ({ askedAt }) => askedAt, { from: "tablet" }),
  timeColumn("lapses", words.lapses, ({ state, lapsesAt }) => (state === "asked" ? lapsesAt : null), {
    from: "desk",
  }),
];

/** Plans that are passed from one holder to the next, the newest first. */
export function TransfersPage() {
  const { search, onFilter } = useListSearch();
  const { state, after } = search;
  const filter = { ...(state && { state }) } as CommandOf<"listTransfers">;
  const query = useQuery(moneyQueries.transfers({ limit: 100, ...filter, ...(after && { after }) }));
  return (
    <MoneyList
      title={words.pages.transfers}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      whole={() => everyRow(client.listTransfers, filter)}
      empty={state === undefined ? words.transfersEmpty : words.emptyFiltered}
      filters={
        <Chips
          label={words.state}
          names={words.transfers}
          value={state}
          onChange={(chosen) => onFilter({ state: chosen })}
        />
      }
    />
  );
}
