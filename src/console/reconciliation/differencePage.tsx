import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { formatInstant } from "../format/index.ts";
import {
  accountName,
  differenceTones,
  MoneyFrame,
  moneyQueries,
  ObjectLink,
  PostingsTable,
  SmallTable,
  StateOf,
} from "../money/index.ts";
import { Actor, FactList, Money, Section, Shown, useRole } from "../parts/index.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import { en } from "../words/en.ts";
import { partyName } from "./differencesPage.tsx";
import { ReconcileNav } from "./reconcileNav.tsx";
import { SettleForm } from "./settleForm.tsx";
import { type Difference, type DifferenceShown, ourThing, saidOf } from "./sidesOf.ts";
import { TheirLine } from "./theirLine.tsx";

/** One difference: both sides, what to do, and how it ended. */
export function DifferencePage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(moneyQueries.difference({ id }));
  const state = query.data?.difference.state;
  return (
    <MoneyFrame
      title={words.difference}
      about={
        <>
          <code>{id}</code>
          {state === undefined ? null : (
            <StateOf state={state} names={words.differenceStates} tones={differenceTones} />
          )}
        </>
      }
    >
      <ReconcileNav />
      <Shown query={query}>{(shown) => <Details key={shown.difference.id} shown={shown} />}</Shown>
    </MoneyFrame>
  );
}

function Details({ shown }: { readonly shown: DifferenceShown }) {
  const { difference, line } = shown;
  const { cause, says, next, state, posted } = difference;
  const { role } = useRole();
  return (
    <div className="columns">
      <div>
        <Section title={words.causes[cause]}>
          <p>{says}</p>
          <Sides sides={shown.sides} />
        </Section>
        {state === "open" ? (
          <Section title={words.whatToDo}>
            <p>
              {words.nexts[cause] ?? next}{" "}
              {cause === "bank_credit_unallocated" ? <Link to="/money/bank">{words.toBank}</Link> : null}
              {cause === "dispute_unknown" ? <Link to="/money/charges">{words.toCharges}</Link> : null}
            </p>
          </Section>
        ) : null}
        {state === "open" && role === "manager" ? <SettleForm difference={difference} /> : null}
        {posted === null ? null : <Posted posted={posted} />}
      </div>
      <div>
        <Facts difference={difference} />
        {line === null ? null : <TheirLine line={line} />}
      </div>
    </div>
  );
}

function Sides({ sides }: Pick<DifferenceShown, "sides">) {
  return (
    <SmallTable
      label={words.sides}
      heads={[words.ofWhat, { number: words.theirs }, { number: words.ours }]}
      none={words.nothing}
      rows={sides.map(({ what, theirs, ours }) => ({
        key: what,
        cells: [words.sideNames[what], saidOf(what, theirs), saidOf(what, ours)],
      }))}
    />
  );
}

function Facts({ difference }: { readonly difference: Difference }) {
  const { amount, kind, party, ours, foundAt, endedAt, endedBy, reason, asked } = difference;
  const thing = ourThing(ours);
  return (
    <Section title={en.desk.facts}>
      <FactList
        facts={[
          [words.amount, amount === null ? undefined : <Money key="sum" of={amount} />],
          [
            words.with,
            <Link key="with" to="/money/reconciliation/differences" search={{ kind, party, state: "all" }}>
              {partyName(kind, party)}
            </Link>,
          ],
          [words.ourThing, thing === undefined ? undefined : <ObjectLink key="ours" id={thing} />],
          [words.foundAt, formatInstant(foundAt)],
          [words.askedBy, asked === null ? undefined : <Actor key="asked" id={asked.by} />],
          [words.endedAt, endedAt === null ? undefined : formatInstant(endedAt)],
          [words.endedBy, endedBy === null ? undefined : <Actor key="by" id={endedBy} />],
          [words.endedWhy, reason],
        ]}
      />
    </Section>
  );
}

function Posted({ posted: { rootId, source } }: { readonly posted: NonNullable<Difference["posted"]> }) {
  const query = useQuery(moneyQueries.postings({ root: rootId, source, limit: 50 }));
  return (
    <Section title={words.postings}>
      <Shown query={query}>
        {({ data }) => (
          <PostingsTable
            postings={data.map(({ root, no, at, what, debit, credit, amount }) => ({
              ...{ key: `${root} ${no}`, at, what, amount },
              debit: accountName(debit.kind, debit.party),
              credit: accountName(credit.kind, credit.party),
            }))}
          />
        )}
      </Shown>
    </Section>
  );
}
