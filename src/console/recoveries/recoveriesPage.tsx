import { Checkbox, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import {
  Chips,
  MoneyList,
  openColumn,
  RowLink,
  SmallTable,
  StateOf,
  stateColumn,
  sumColumn,
  timeColumn,
} from "../money/index.ts";
import { type Column, FactList, Money, Serial, useListSearch } from "../parts/index.ts";
import { type Recovery, warrantyQueries } from "../warranties/warrantyQueries.ts";
import { money } from "../words/en/money.ts";
import { warranty as words } from "../words/en/warranty.ts";
import { recoveryTones } from "./recoveryTones.ts";

const columns: readonly Column<Recovery>[] = [
  openColumn(
    words.recovery,
    ({ id }) => id,
    ({ id }, says) => (
      <RowLink to="/money/recoveries/$id" id={id}>
        {says}
      </RowLink>
    ),
  ),
  { id: "supplier", head: words.supplier, value: (row) => row.supplierName, cell: (row) => row.supplierName },
  {
    ...{ id: "serial", head: words.serial, from: "tablet" },
    value: ({ serial }) => serial,
    cell: ({ serial }) => <Serial>{serial}</Serial>,
  },
  stateColumn(words.state, ({ state }) => state, words.states, recoveryTones),
  timeColumn("due", words.due, ({ dueAt }) => dueAt, { from: "tablet" }),
  timeColumn("made", words.made, ({ madeAt }) => madeAt, { from: "desk" }),
  sumColumn("amount", words.amount, ({ amount }) => amount),
  sumColumn("accepted", words.accepted, ({ accepted }) => accepted, { from: "desk" }),
];

/** What suppliers owe: found by supplier, state and serial, with totals, and saved as their statement. */
export function RecoveriesPage() {
  const { search, onFilter } = useListSearch();
  const { q, serial, state, view, by, after } = search;
  const filter = {
    ...(q && { supplier: q }),
    ...(serial && { serial }),
    ...(state && { state }),
    ...(view === "late" && { overdue: true }),
    ...(by === "due" && { sort: by }),
  } as CommandOf<"listRecoveries">;
  const query = useQuery(warrantyQueries.recoveries({ limit: 50, ...filter, ...(after && { after }) }));
  const typed = (name: "q" | "serial") => ({
    value: search[name] ?? "",
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onFilter({ [name]: event.currentTarget.value || undefined }),
  });
  return (
    <MoneyList
      title={words.recoveriesTitle}
      about={words.recoveriesAbout}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      whole={() => everyRow(client.listRecoveries, filter)}
      empty={Object.keys(filter).length === 0 ? words.recoveriesEmpty : words.recoveriesNone}
      filters={
        <>
          <Chips
            label={words.state}
            names={words.states}
            value={state}
            onChange={(chosen) => onFilter({ state: chosen })}
          />
          <TextInput label={words.supplier} {...typed("q")} />
          <TextInput label={words.serial} {...typed("serial")} />
          <Checkbox
            label={words.overdue}
            checked={view === "late"}
            onChange={(event) => onFilter({ view: event.currentTarget.checked ? "late" : undefined })}
          />
          <Checkbox
            label={words.byDue}
            checked={by === "due"}
            onChange={(event) => onFilter({ by: event.currentTarget.checked ? "due" : undefined })}
          />
        </>
      }
      after={query.data === undefined ? null : <Totals page={query.data} />}
    />
  );
}

/** What the rows come to, and what the books say beside it. */
function Totals({ page: { totals, balances } }: { readonly page: ReplyOf<"listRecoveries"> }) {
  return (
    <>
      <SmallTable
        label={words.totals}
        heads={[
          ...[words.supplier, words.state, { number: words.count }],
          ...[{ number: words.amount }, { number: words.accepted }, { number: words.open }],
        ]}
        none={money.emptyFiltered}
        rows={totals.map(({ supplier, state, count, amount, accepted, open }) => ({
          key: `${supplier} ${state} ${amount.currency}`,
          cells: [
            supplier,
            <StateOf key="state" state={state} names={words.states} tones={recoveryTones} />,
            count,
            ...[amount, accepted, open].map((of, place) => <Money key={String(place)} of={of} />),
          ],
        }))}
      />
      <FactList
        facts={balances.map(({ supplier, balance }) => [
          words.byBooks(supplier),
          <Money key={balance.currency} of={balance} />,
        ])}
      />
    </>
  );
}
