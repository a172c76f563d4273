import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BankCredit, CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { type Column, useListSearch } from "../parts/index.ts";
import { money as words } from "../words/en/money.ts";
import { AssignCredit } from "./assignCredit.tsx";
import { BookCredit } from "./bookCredit.tsx";
import { Chips } from "./choose.tsx";
import { ImportCredits } from "./importCredits.tsx";
import { moneyQueries, ObjectLink, stateColumn, sumColumn, timeColumn, wordColumn } from "./index.ts";
import { MoneyList } from "./moneyList.tsx";

const tones = { unallocated: "needs", assigned: "ok" } as const;

const columns: readonly Column<BankCredit>[] = [
  wordColumn("bankId", words.bankId, ({ bankId }) => bankId, { from: "tablet" }),
  timeColumn("booked", words.bookedOn, ({ bookedOn }) => bookedOn, { from: "tablet" }),
  wordColumn("reference", words.referenceText, ({ reference }) => reference),
  stateColumn(words.state, ({ state }) => state, words.creditViews, tones),
  {
    id: "charge",
    head: words.chargeOf,
    value: ({ chargeId }) => chargeId ?? undefined,
    cell: (credit) =>
      credit.chargeId === null ? <AssignCredit credit={credit} /> : <ObjectLink id={credit.chargeId} />,
  },
  sumColumn("amount", words.amount, ({ amount }) => amount),
];

/** What came to the bank; what is nobody's yet, with what may be meant. */
export function BankPage() {
  const { search, onFilter } = useListSearch();
  const { state, after } = search;
  const [open, setOpen] = useState<"book" | "import">();
  const filter = { ...(state && { state }) } as CommandOf<"listCredits">;
  const query = useQuery(moneyQueries.credits({ limit: 100, ...filter, ...(after && { after }) }));
  return (
    <MoneyList
      title={words.pages.bank}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      whole={() => everyRow(client.listCredits, filter)}
      empty={state === undefined ? words.bankEmpty : words.emptyFiltered}
      actions={
        <>
          <Button variant="default" onClick={() => setOpen("book")}>
            {words.book}
          </Button>
          <Button variant="default" onClick={() => setOpen("import")}>
            {words.import}
          </Button>
        </>
      }
      filters={
        <Chips
          label={words.state}
          names={words.creditViews}
          value={state}
          onChange={(chosen) => onFilter({ state: chosen })}
        />
      }
    >
      {open === "book" ? <BookCredit onClose={() => setOpen(undefined)} /> : null}
      {open === "import" ? <ImportCredits onClose={() => setOpen(undefined)} /> : null}
    </MoneyList>
  );
}
