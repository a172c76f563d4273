import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { RefundPage as RefundShown } from "../../client/index.ts";
import { formatInstant } from "../format/index.ts";
import { Actor, Badge, FactList, Money, ReceiptView, Section, Shown } from "../parts/index.ts";
import { money as words } from "../words/en/money.ts";
import { en } from "../words/en.ts";
import { shortId } from "./columns.tsx";
import {
  accountNamed,
  MoneyFrame,
  moneyQueries,
  ObjectLink,
  PostingsTable,
  refundTones,
  StateOf,
} from "./index.ts";
import { RefundActs } from "./refundActs.tsx";
import { RefundSteps } from "./refundSteps.tsx";
import { isLate } from "./refundsPage.tsx";

/** One refund: how much and why, who asked, what is to be done with it, what was posted. */
export function RefundPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(moneyQueries.refund({ id }));
  const { data } = query;
  return (
    <MoneyFrame
      title={words.refund}
      about={
        <>
          <code>{id}</code>
          {data === undefined ? null : (
            <>
              <StateOf state={data.state} names={words.refunds} tones={refundTones} />
              {isLate(data) ? <Badge tone="problem">{words.late}</Badge> : null}
            </>
          )}
        </>
      }
    >
      <Shown query={query}>{(refund) => <RefundDetails key={refund.id} refund={refund} />}</Shown>
    </MoneyFrame>
  );
}

function RefundDetails({ refund }: { readonly refund: RefundShown }) {
  return (
    <>
      <div className="columns">
        <div>
          <RefundActs refund={refund} />
          <Section title={words.receiptTitle}>
            <p>{refund.reason}</p>
            {refund.lines.map(({ no, receipt }) =>
              receipt === null ? null : (
                <ReceiptView key={no} receipt={receipt}>
                  <RefundSteps receipt={receipt} />
                </ReceiptView>
              ),
            )}
          </Section>
        </div>
        <RefundFacts refund={refund} />
      </div>
      <Section title={words.ledgerTitle}>
        <PostingsTable
          postings={refund.postings.map(({ source, at, debit, credit, amount }, place) => ({
            ...{ key: String(place), at, amount, what: source.replaceAll(/[/_]/g, " ") },
            debit: accountNamed(debit),
            credit: accountNamed(credit),
          }))}
        />
      </Section>
    </>
  );
}

function RefundFacts({ refund }: { readonly refund: RefundShown }) {
  const { amount, penalty, lines } = refund;
  const total = (of: "net" | "tax") => ({
    amount: lines.reduce((sum, line) => sum + line[of].amount, 0),
    currency: amount.currency,
  });
  const instant = (at: string | null) => (at === null ? undefined : formatInstant(at));
  return (
    <Section title={en.desk.facts}>
      <FactList
        facts={[
          [words.amount, <Money key="sum" of={amount} />],
          [words.net, <Money key="net" of={total("net")} />],
          [words.tax, <Money key="tax" of={total("tax")} />],
          [words.latePenalty, penalty.amount === 0 ? undefined : <Money key="late" of={penalty} />],
          [words.due, instant(refund.dueAt)],
          [words.kind, words.kinds[refund.kind]],
          [words.means, words.meansNames[refund.means]],
          [
            words.settledByBank,
            refund.settled.amount === 0 ? undefined : <Money key="settled" of={refund.settled} />,
          ],
          [words.charge, linkTo(refund.charge)],
          [words.hold, linkTo(refund.hold)],
          [
            words.credited,
            refund.credit === null ? undefined : <CreditLink key="credit" id={refund.credit} />,
          ],
          [words.resellerPaid, linkTo(refund.reseller)],
          [words.purpose, linkTo(refund.subject)],
          [words.requested, instant(refund.requestedAt)],
          [words.requestedBy, <Actor key="asked" id={refund.requestedBy} />],
          [words.decided, instant(refund.decidedAt)],
          [words.decidedBy, refund.decidedBy === null ? undefined : <Actor key="by" id={refund.decidedBy} />],
          [words.decisionReason, refund.decisionReason],
          [words.failure, refund.failure],
          [words.reference, refund.reference],
          [words.closed, instant(refund.closedAt)],
        ]}
      />
    </Section>
  );
}

function linkTo(id: string | null) {
  return id === null ? undefined : <ObjectLink key={id} id={id} />;
}

/** Credits have no page each: the list has those that were sent back. */
function CreditLink({ id }: { readonly id: string }) {
  return (
    <Link to="/money/bank" search={{ state: "returned" }} title={id}>
      <code>{shortId(id)}</code>
    </Link>
  );
}
