import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { HoldPage as HoldShown } from "../../client/index.ts";
import { formatInstant } from "../format/index.ts";
import { Badge, FactList, Money, Section, Shown } from "../parts/index.ts";
import { money as words } from "../words/en/money.ts";
import { en } from "../words/en.ts";
import { HoldActs } from "./holdActs.tsx";
import { holdTones, MoneyFrame, moneyQueries, ObjectLink, SmallTable, StateOf } from "./index.ts";
import { RefundHold } from "./refundHold.tsx";

/** One hold: until when the device is due, what the card covers, what can be done. */
export function HoldPage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(moneyQueries.hold({ id }));
  const { data } = query;
  return (
    <MoneyFrame
      title={words.hold}
      about={
        <>
          <code>{id}</code>
          {data === undefined ? null : <StateOf state={data.state} names={words.holds} tones={holdTones} />}
          {data?.attention == null ? null : <Badge tone="needs">{words.attentions[data.attention]}</Badge>}
        </>
      }
    >
      <Shown query={query}>
        {(hold) => (
          <div className="columns" key={hold.id}>
            <div>
              <HoldActs hold={hold} />
              <RefundHold hold={hold} />
              <Chain hold={hold} />
            </div>
            <HoldFacts hold={hold} />
          </div>
        )}
      </Shown>
    </MoneyFrame>
  );
}

function HoldFacts({ hold }: { readonly hold: HoldShown }) {
  const instant = (at: string | null) => (at === null ? undefined : formatInstant(at));
  const covered = hold.closedAt === null ? (instant(hold.coveredUntil) ?? words.notCovered) : undefined;
  return (
    <Section title={en.desk.facts}>
      <FactList
        facts={[
          [words.amount, <Money key="sum" of={hold.amount} />],
          [words.captured, hold.captured.amount === 0 ? undefined : <Money key="got" of={hold.captured} />],
          [words.case, <ObjectLink key="case" id={hold.claimId} />],
          [words.deviceDue, instant(hold.dueAt)],
          [words.answer, words.answers[hold.answer]],
          [words.covered, covered],
          [words.reminded, instant(hold.remindedAt)],
          [words.noticed, instant(hold.noticedAt)],
          [words.captureFrom, instant(hold.captureFrom)],
          [words.closed, instant(hold.closedAt)],
          [words.reason, hold.reason],
        ]}
      />
    </Section>
  );
}

function Chain({ hold }: { readonly hold: HoldShown }) {
  return (
    <Section title={words.authorisations}>
      <SmallTable
        label={words.authorisations}
        heads={[words.made, words.state, words.covered, { number: words.amount }]}
        none={words.notCovered}
        rows={hold.authorisations.map(({ no, state, askedAt, captureBefore, amount }) => ({
          key: String(no),
          cells: [
            formatInstant(askedAt),
            words.authorisationStates[state],
            captureBefore === null ? null : formatInstant(captureBefore),
            <Money key="sum" of={amount} />,
          ],
        }))}
      />
    </Section>
  );
}
