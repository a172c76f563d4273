import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ChargePage as ChargeShown } from "../../client/index.ts";
import { formatInstant } from "../format/index.ts";
import { FactList, Money, Section, Shown } from "../parts/index.ts";
import { money as words } from "../words/en/money.ts";
import { en } from "../words/en.ts";
import { DisputeForm } from "./disputeForm.tsx";
import { GoodwillForm } from "./goodwillForm.tsx";
import {
  accountName,
  chargeTones,
  disputeTones,
  MoneyFrame,
  moneyQueries,
  ObjectLink,
  PostingsTable,
  refundTones,
  SmallTable,
  StateOf,
  saleTones,
  tryTones,
} from "./index.ts";
import { methodName } from "./methodName.ts";

/** A kind of tax in words. */
function taxName(kind: string): string {
  return (words.taxKinds as Readonly<Record<string, string>>)[kind] ?? kind;
}

/** One charge: what for, every try, what it paid for, what was posted and given back. */
export function ChargePage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(moneyQueries.charge({ id }));
  const state = query.data?.charge.state;
  return (
    <MoneyFrame
      title={words.charge}
      about={
        <>
          <code>{id}</code>
          {state === undefined ? null : <StateOf state={state} names={words.charges} tones={chargeTones} />}
        </>
      }
    >
      <Shown query={query}>{(shown) => <ChargeDetails shown={shown} />}</Shown>
    </MoneyFrame>
  );
}

function ChargeDetails({ shown }: { readonly shown: ChargeShown }) {
  const { charge } = shown;
  return (
    <>
      <div className="columns">
        <div>
          <Lines shown={shown} />
          <Tries tries={shown.tries} />
        </div>
        <div>
          <ChargeFacts shown={shown} />
          {charge.state === "captured" ? (
            <>
              <GoodwillForm charge={charge} />
              <DisputeForm charge={charge} />
            </>
          ) : null}
        </div>
      </div>
      <Sales sales={shown.sales} />
      <BackAgain shown={shown} />
      <ChargePostings id={charge.id} />
    </>
  );
}

function ChargeFacts({ shown }: { readonly shown: ChargeShown }) {
  const { charge, subject, transfer } = shown;
  return (
    <Section title={en.desk.facts}>
      <FactList
        facts={[
          [words.amount, <Money key="sum" of={charge.amount} />],
          [
            words.purpose,
            <span key="for">
              {words.purposes[charge.purpose] ?? charge.purpose} <ObjectLink id={subject} />
            </span>,
          ],
          [words.dueAt, charge.dueAt === null ? undefined : formatInstant(charge.dueAt)],
          [words.referenceText, transfer?.reference],
          [words.transferCame, transfer === null ? undefined : <Money key="came" of={transfer.paid} />],
          [words.transferMissing, transfer === null ? undefined : <Money key="left" of={transfer.missing} />],
        ]}
      />
    </Section>
  );
}

function Lines({ shown }: { readonly shown: ChargeShown }) {
  return (
    <Section title={words.lines}>
      <SmallTable
        label={words.lines}
        heads={[words.what, { number: words.net }, { number: words.tax }]}
        none={en.shell.none}
        rows={shown.lines.map(({ kind, plan, quantity, region, net, tax, taxKind }, place) => ({
          key: String(place),
          cells: [
            <span key="what">
              {words.line(
                quantity,
                kind === "fee" ? words.fee : (en.field.plans[plan ?? ""] ?? plan ?? kind),
              )}{" "}
              <span className="muted">{region}</span>
            </span>,
            <Money key="net" of={net} />,
            <span key="tax">
              <Money of={tax} /> <span className="muted">{taxName(taxKind)}</span>
            </span>,
          ],
        }))}
      />
    </Section>
  );
}

function Tries({ tries }: { readonly tries: ChargeShown["tries"] }) {
  return (
    <Section title={words.triesTitle}>
      <SmallTable
        label={words.triesTitle}
        heads={[words.made, words.provider, words.state, words.reference]}
        none={words.triesNone}
        rows={tries.map(({ no, provider, method, state, reason, providerRef, startedAt, asks }) => ({
          key: String(no),
          cells: [
            formatInstant(startedAt),
            <span key="by">
              {words.providers[provider] ?? provider}{" "}
              <span className="muted" title={method}>
                {methodName(method) === words.providers[provider] ? null : methodName(method)}
              </span>
            </span>,
            <span key="state">
              <StateOf state={state} names={words.tries} tones={tryTones} />{" "}
              <span className="muted">
                {[reason, asks > 0 ? words.asked(asks) : null].filter((one) => one !== null).join(", ")}
              </span>
            </span>,
            providerRef === null ? null : <code key="ref">{providerRef}</code>,
          ],
        }))}
      />
    </Section>
  );
}

function Sales({ sales }: { readonly sales: ChargeShown["sales"] }) {
  return (
    <Section title={words.sales}>
      <SmallTable
        label={words.sales}
        heads={[
          words.contract,
          words.state,
          { number: words.net },
          { number: words.deferred },
          { number: words.earned },
          { number: words.refunded },
        ]}
        none={words.salesNone}
        rows={sales.map(({ id, state, contract, net, deferred, earned, refunded }) => ({
          key: id,
          cells: [
            contract === null ? en.shell.none : <ObjectLink key="contract" id={contract} />,
            <StateOf key="state" state={state} names={words.saleStates} tones={saleTones} />,
            ...[net, deferred, earned, refunded].map((of, place) => <Money key={String(place)} of={of} />),
          ],
        }))}
      />
    </Section>
  );
}

function BackAgain({ shown: { refunds, disputes } }: { readonly shown: ChargeShown }) {
  if (refunds.length + disputes.length === 0) {
    return null;
  }
  const rows = [
    ...refunds.map(({ id, state, amount, requestedAt }) => ({
      ...{ id, amount, at: requestedAt },
      badge: <StateOf key="state" state={state} names={words.refunds} tones={refundTones} />,
    })),
    ...disputes.map(({ id, state, amount, openedAt }) => ({
      ...{ id, amount, at: openedAt },
      badge: <StateOf key="state" state={state} names={words.disputes} tones={disputeTones} />,
    })),
  ];
  const title = `${words.pages.refunds}, ${words.pages.disputes.toLowerCase()}`;
  return (
    <Section title={title}>
      <SmallTable
        label={title}
        heads={[words.id, words.state, words.made, { number: words.amount }]}
        none={en.shell.none}
        rows={rows.map(({ id, badge, at, amount }) => ({
          key: id,
          cells: [<ObjectLink key="id" id={id} />, badge, formatInstant(at), <Money key="sum" of={amount} />],
        }))}
      />
    </Section>
  );
}

function ChargePostings({ id }: { readonly id: string }) {
  const query = useQuery(moneyQueries.postings({ charge: id, limit: 200 }));
  return (
    <Section title={words.ledgerTitle}>
      <Shown query={query}>
        {({ data }) => (
          <PostingsTable
            postings={data.map(({ no, at, what, debit, credit, amount }) => ({
              ...{ key: String(no), at, what, amount },
              debit: accountName(debit.kind, debit.party),
              credit: accountName(credit.kind, credit.party),
            }))}
          />
        )}
      </Shown>
    </Section>
  );
}
