import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CommandOf, ListedCharge } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { Age, type Column, useListSearch, useNow } from "../parts/index.ts";
import { serverNow } from "../serverClock.ts";
import { money as words } from "../words/en/money.ts";
import { Chips, Choose } from "./choose.tsx";
import {
  chargeTones,
  moneyQueries,
  openColumn,
  RowLink,
  StateOf,
  stateColumn,
  sumColumn,
  timeColumn,
  tryTones,
  wordColumn,
} from "./index.ts";
import { MoneyList } from "./moneyList.tsx";

const columns: readonly Column<ListedCharge>[] = [
  openColumn(
    words.charge,
    ({ id }) => id,
    ({ id }, says) => (
      <RowLink to="/money/charges/$id" id={id}>
        {says}
      </RowLink>
    ),
  ),
  wordColumn("purpose", words.purpose, ({ purpose }) => words.purposes[purpose] ?? purpose),
  stateColumn(words.state, ({ state }) => state, words.charges, chargeTones),
  {
    id: "payment",
    from: "tablet",
    head: words.tried,
    value: ({ payment }) => (payment === null ? undefined : (words.tries[payment] ?? payment)),
    cell: ({ payment }) =>
      payment === null ? (
        <span className="muted">{words.neverTried}</span>
      ) : (
        <StateOf state={payment} names={words.tries} tones={tryTones} />
      ),
  },
  wordColumn(
    "provider",
    words.provider,
    ({ provider }) => (provider === null ? null : (words.providers[provider] ?? provider)),
    { from: "desk" },
  ),
  timeColumn("made", words.made, ({ createdAt }) => createdAt, { from: "tablet" }),
  {
    id: "age",
    from: "desk",
    head: words.age,
    unsorted: true,
    value: ({ createdAt }) => createdAt,
    cell: ({ createdAt }) => <AgeNow at={createdAt} />,
  },
  sumColumn("amount", words.amount, ({ amount }) => amount),
];

function AgeNow({ at }: { readonly at: string }) {
  return <Age at={at} now={useNow()} />;
}

/** From when, for a filter of so many days. By the hour, so that the same question is asked once. */
function since(days: string | undefined): { from?: string } {
  const hour = Math.floor(serverNow() / 3_600_000) * 3_600_000;
  return days === undefined ? {} : { from: new Date(hour - Number(days) * 86_400_000).toISOString() };
}

/** What people owe and have paid; what nobody knows the end of stands on top. */
export function ChargesPage() {
  const { search, onFilter } = useListSearch();
  const { state, purpose, provider, payment, age, after } = search;
  const filter = { state, purpose, provider, payment, ...since(age) } as CommandOf<"listCharges">;
  const query = useQuery(moneyQueries.charges({ limit: 100, ...filter, ...(after && { after }) }));
  const filtered = [state, purpose, provider, payment, age].some((one) => one !== undefined);
  return (
    <MoneyList
      title={words.pages.charges}
      query={query}
      columns={columns}
      rowKey={({ id }) => id}
      whole={() => everyRow(client.listCharges, filter)}
      empty={filtered ? words.emptyFiltered : words.chargesEmpty}
      filters={
        <>
          <Chips
            label={words.state}
            names={words.charges}
            value={state}
            onChange={(chosen) => onFilter({ state: chosen })}
          />
          <Choose
            label={words.purpose}
            names={words.purposes}
            value={purpose}
            onChange={(chosen) => onFilter({ purpose: chosen })}
          />
          <Choose
            label={words.tried}
            names={words.tries}
            value={payment}
            onChange={(chosen) => onFilter({ payment: chosen })}
          />
          <Choose
            label={words.provider}
            names={words.providers}
            value={provider}
            onChange={(chosen) => onFilter({ provider: chosen })}
          />
          <Choose
            label={words.age}
            names={words.ages}
            value={age}
            onChange={(chosen) => onFilter({ age: chosen })}
          />
        </>
      }
    >
      <UnknownTries />
    </MoneyList>
  );
}

/** The charges whose newest try has no known end: nobody may overlook them. */
function UnknownTries() {
  const { data } = useQuery(moneyQueries.charges({ limit: 50, payment: "unknown" }));
  const rows = data?.data ?? [];
  if (rows.length === 0) {
    return null;
  }
  return (
    <div className="sure" role="status">
      <p>
        <b>{words.unknownTitle(rows.length)}</b>
      </p>
      <p>{words.unknownText}</p>
      <p>
        <Link to="/money/charges" search={{ payment: "unknown" }}>
          {words.unknownShow}
        </Link>
      </p>
    </div>
  );
}
