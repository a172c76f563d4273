import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { Choose, MoneyList, moneyQueries, sumColumn, timeColumn, wordColumn } from "../money/index.ts";
import { type Column, useListSearch } from "../parts/index.ts";
import { money } from "../words/en/money.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import { ReconcileNav } from "./reconcileNav.tsx";
import { WordBox } from "./wordBox.tsx";

type Line = ReplyOf<"listReportLines">["data"][number];

const columns: readonly Column<Line>[] = [
  { id: "no", head: words.lineNo, numeric: true, value: ({ no }) => no, cell: ({ no }) => no },
  wordColumn("entry", words.entry, ({ entry }) => words.entries[entry]),
  wordColumn("theirId", words.theirId, ({ theirId }) => theirId),
  wordColumn("reference", words.reference, ({ reference }) => reference, { from: "tablet" }),
  wordColumn("ours", words.ourKey, ({ ourKey }) => ourKey, { from: "desk" }),
  wordColumn("of", words.ofReference, ({ ofReference }) => ofReference, { from: "desk" }),
  timeColumn("at", words.at, ({ at }) => at, { from: "tablet" }),
  sumColumn("amount", words.sideNames.amount, ({ amount }) => amount),
  sumColumn("fee", words.fee, ({ fee }) => (fee?.amount === 0 ? null : fee), { from: "desk" }),
  {
    id: "figure",
    head: words.figureOf,
    numeric: true,
    from: "desk",
    value: ({ weightGrams, quantity }) => quantity ?? weightGrams ?? undefined,
    cell: ({ weightGrams, quantity }) => (weightGrams === null ? quantity : words.grams(String(weightGrams))),
  },
  timeColumn("posted", words.posted, ({ postedAt }) => postedAt, { from: "desk" }),
];

/** What one report was the first to tell, line by line. */
export function ReportPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const { search, onFilter } = useListSearch();
  const { entry, reference, after } = search;
  const filter = {
    ...{ id, ...(entry && { entry }), ...(reference && { reference }) },
  } as CommandOf<"listReportLines">;
  const query = useQuery(moneyQueries.reportLines({ limit: 100, ...filter, ...(after && { after }) }));
  const narrowed = entry !== undefined || reference !== undefined;
  return (
    <MoneyList
      title={words.linesOf}
      query={query}
      columns={columns}
      rowKey={(line) => line.id}
      whole={() => everyRow(client.listReportLines, filter)}
      empty={narrowed ? money.emptyFiltered : words.linesNone}
      filters={
        <>
          <Choose
            label={words.entry}
            names={words.entries}
            value={entry}
            onChange={(chosen) => onFilter({ entry: chosen })}
          />
          <WordBox
            key={reference}
            name="reference"
            label={words.anyName}
            value={reference}
            onWord={(said) => onFilter({ reference: said })}
          />
        </>
      }
    >
      <ReconcileNav />
      <p className="muted">
        <code>{id}</code> {words.linesNote}
      </p>
    </MoneyList>
  );
}
