import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { BankCredit, CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { type Column, useListSearch, useRole } from "../parts/index.ts";
import { money as words } from "../words/en/money.ts";
import { AssignCredit } from "./assignCredit.tsx";
import { BookCredit } from "./bookCredit.tsx";
import { ImportCredits } from "./importCredits.tsx";
import {
  Chips,
  MoneyList,
  moneyQueries,
  ObjectLink,
  stateColumn,
  sumColumn,
  timeColumn,
  wordColumn,
} from "./index.ts";
import { ReturnCredit } from "./returnCredit.tsx";

const tones = { unallocated: "needs", assigned: "ok", returned: "over", paid_out: "ok" } as const;

const columnsFor = (onReturn: ((credit: BankCredit) => void) | undefined): readonly Column<BankCredit>[] => [
  wordColumn("bankId", words.bankId, ({ bankId }) => bankId, { from: "tablet" }),
  timeColumn("booked", words.bookedOn, ({ bookedOn }) => bookedOn, { from: "tablet" }),
  wordColumn("reference", words.referenceText, ({ reference }) => reference),
  stateColumn(words.state, ({ state }) => state, words.creditViews, tones),
  {
    id: "charge",
    head: words.chargeOf,
    value: ({ chargeId }) => chargeId ?? undefined,
    cell: (credit) =>
      credit.state === "unallocated" ? (
        <span className="row">
          <AssignCredit credit={credit} />
          {onReturn === undefined ? null : (
            <button type="button" className="text-button" onClick={() => onReturn(credit)}>
              {words.sendBack}…
            </button>
          )}
        </span>
      ) : (
        <ObjectLink id={credit.chargeId} />
      ),
  },
  sumColumn("amount", words.amount, ({ amount }) => amount),
];

/** What came to the bank; what is nobody's yet, with what may be meant. */
export function BankPage() {
  const { search, onFilter } = useListSearch();
  const { state, after } = search;
  const { role } = useRole();
  const [open, setOpen] = useState<"book" | "import" | BankCredit>();
  const filter = { ...(state && { state }) } as CommandOf<"listCredits">;
  const query = useQuery(moneyQueries.credits({ limit: 100, ...filter, ...(after && { after }) }));
  return (
    <MoneyList
      title={words.pages.bank}
      query={query}
      columns={columnsFor(role === "manager" ? setOpen : undefined)}
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
      {typeof open === "object" ? (
        <ReturnCredit key={open.id} credit={open} onClose={() => setOpen(undefined)} />
      ) : null}
      {open === "import" ? <ImportCredits onClose={() => setOpen(undefined)} /> : null}
    </MoneyList>
  );
}
