import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import {
  Chips,
  Choose,
  differenceTones,
  MoneyList,
  moneyQueries,
  stateColumn,
  sumColumn,
  timeColumn,
  wordColumn,
} from "../money/index.ts";
import { type Column, useListSearch } from "../parts/index.ts";
import { money } from "../words/en/money.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import { ModePanel, StartMode } from "./modePanel.tsx";
import { ReconcileNav } from "./reconcileNav.tsx";
import type { Difference } from "./sidesOf.ts";
import { WordBox } from "./wordBox.tsx";

/** Who a party is: its kind, and its name where the kind does not say it all. */
export function partyName(kind: keyof typeof words.kinds, party: string): string {
  return kind === "own" ? words.kinds.own : `${words.kinds[kind]} ${party}`;
}

const columns: readonly Column<Difference>[] = [
  {
    id: "cause",
    head: words.cause,
    value: ({ cause }) => words.causes[cause],
    cell: ({ id, cause }) => (
      <Link className="row-link" to="/money/reconciliation/differences/$id" params={{ id }}>
        {words.causes[cause]}
      </Link>
    ),
  },
  wordColumn("with", words.with, ({ kind, party }) => partyName(kind, party), { from: "tablet" }),
  stateColumn(words.state, ({ state }) => state, words.differenceStates, differenceTones),
  timeColumn("found", words.foundAt, ({ foundAt }) => foundAt, { from: "desk" }),
  sumColumn("amount", words.amount, ({ amount }) => amount),
];

/** What is not the same there and here, the oldest first. */
export function DifferencesPage() {
  const { search, onFilter } = useListSearch();
  const { state = "open", kind, cause, party, after } = search;
  const filter = {
    ...(state !== "all" && { state }),
    ...(kind && { kind }),
    ...(cause && { cause }),
    ...(party && { party }),
  } as CommandOf<"listDifferences">;
  const query = useQuery(moneyQueries.differences({ limit: 100, ...filter, ...(after && { after }) }));
  const narrowed = [kind, cause, party].some((one) => one !== undefined);
  const none = state === "open" ? words.differencesEmpty : words.differencesNone;
  return (
    <MoneyList
      title={words.pages.differences}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      whole={() => everyRow(client.listDifferences, filter)}
      empty={narrowed ? money.emptyFiltered : none}
      filters={
        <>
          <Chips
            label={words.state}
            names={{ ...words.differenceStates, all: money.all }}
            value={state}
            whole={false}
            onChange={(chosen) => onFilter({ state: chosen })}
          />
          <Choose
            label={words.kind}
            names={words.kinds}
            value={kind}
            onChange={(chosen) => onFilter({ kind: chosen, party: undefined })}
          />
          <Choose
            label={words.cause}
            names={words.causes}
            value={cause}
            onChange={(chosen) => onFilter({ cause: chosen })}
          />
          <WordBox
            key={party}
            name="party"
            label={words.party}
            value={party}
            onWord={(said) => onFilter({ party: said })}
          />
        </>
      }
      after={<StartMode />}
    >
      <ReconcileNav />
      <ModePanel />
    </MoneyList>
  );
}
