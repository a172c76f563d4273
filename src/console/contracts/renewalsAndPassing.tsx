import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Contract, Transfer } from "../../client/index.ts";
import { client } from "../client.ts";
import { formatDay, formatInstant, formatLastDay, formatMoney } from "../format/index.ts";
import { moneyQueries, StateOf, transferTones, useMoneyAct } from "../money/index.ts";
import { ProblemCard, Section, Shown } from "../parts/index.ts";
import { ledger as words } from "../words/en/ledger.ts";
import { money } from "../words/en/money.ts";
import { en } from "../words/en.ts";

/** What may follow a contract, until when, and whether it follows by itself. */
export function Renewals({ contract: { id, zone } }: { readonly contract: Contract }) {
  const query = useQuery(moneyQueries.renewals({ id }));
  const stopping = useMoneyAct(client.cancelAutoRenewal, () => words.byItselfStopped);
  return (
    <Section title={words.renewals}>
      <Shown query={query}>
        {({ offers, until, autoRenewal }) => (
          <>
            {offers.length === 0 ? <p className="muted">{words.offersNone}</p> : null}
            <ul className="plain">
              {offers.map(({ product, price, startsAt, endsAt }) => (
                <li key={product}>
                  {en.field.plans[product] ?? product}: {formatDay(startsAt, zone)} –{" "}
                  {formatLastDay(endsAt, zone)}, {price === null ? words.offerNoPrice : formatMoney(price)}
                </li>
              ))}
            </ul>
            {until === null || offers.length === 0 ? null : (
              <p>{words.offerUntil(formatInstant(until, zone))}</p>
            )}
            {autoRenewal === null ? (
              <p className="muted">{words.byItselfNo}</p>
            ) : (
              <p>
                {words.byItself}: {formatMoney(autoRenewal.price)}
                {autoRenewal.chargesAt === null
                  ? null
                  : `, ${words.chargedAt.toLowerCase()} ${formatInstant(autoRenewal.chargesAt, zone)}`}{" "}
                <Button variant="default" loading={stopping.pending} onClick={() => stopping.perform({ id })}>
                  {words.byItselfStop}
                </Button>
              </p>
            )}
            {stopping.problem === undefined ? null : <ProblemCard problem={stopping.problem} />}
          </>
        )}
      </Shown>
    </Section>
  );
}

/** Whether somebody else is to have it. */
export function Passing({ contract: { id, zone } }: { readonly contract: Contract }) {
  const query = useQuery(moneyQueries.transfers({ limit: 200, contract: id }));
  return (
    <Section title={words.passing}>
      <Shown query={query}>{({ data }) => <TransferRows zone={zone} transfers={data} />}</Shown>
    </Section>
  );
}

function TransferRows(props: { readonly transfers: readonly Transfer[]; readonly zone: string }) {
  const { transfers, zone } = props;
  const withdrawing = useMoneyAct(client.withdrawTransfer, () => words.withdrawn);
  if (transfers.length === 0) {
    return <p className="muted">{words.passingNone}</p>;
  }
  return (
    <>
      <ul className="plain">
        {transfers.map(({ id, state, askedAt, lapsesAt }) => (
          <li key={id} className="row">
            {formatInstant(askedAt, zone)}{" "}
            <StateOf state={state} names={money.transfers} tones={transferTones} />
            {state === "asked" ? (
              <>
                {money.lapses.toLowerCase()} {formatInstant(lapsesAt, zone)}
                <Button
                  variant="default"
                  loading={withdrawing.pending}
                  onClick={() => withdrawing.perform({ id })}
                >
                  {words.withdraw}
                </Button>
              </>
            ) : null}
          </li>
        ))}
      </ul>
      {withdrawing.problem === undefined ? null : <ProblemCard problem={withdrawing.problem} />}
    </>
  );
}
