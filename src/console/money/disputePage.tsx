import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { DisputePage as DisputeShown } from "../../client/index.ts";
import { client } from "../client.ts";
import { formatInstant } from "../format/index.ts";
import { FactList, Money, ProblemCard, Section, Shown, useRole } from "../parts/index.ts";
import { money as words } from "../words/en/money.ts";
import { en } from "../words/en.ts";
import {
  disputeTones,
  MoneyFrame,
  moneyQueries,
  ObjectLink,
  SmallTable,
  StateOf,
  saleTones,
} from "./index.ts";
import { useMoneyAct } from "./useMoneyAct.ts";

/** One dispute: until when evidence counts, what it suspended, how it ended. */
export function DisputePage() {
  const { id } = useParams({ strict: false }) as { readonly id: string };
  const query = useQuery(moneyQueries.dispute({ id }));
  const state = query.data?.dispute.state;
  return (
    <MoneyFrame
      title={words.dispute}
      about={
        <>
          <code>{id}</code>
          {state === undefined ? null : <StateOf state={state} names={words.disputes} tones={disputeTones} />}
        </>
      }
    >
      <Shown query={query}>
        {(shown) => (
          <div className="columns">
            <div>
              <Suspended shown={shown} />
              {shown.dispute.state === "opened" ? <Outcome id={id} /> : null}
            </div>
            <DisputeFacts dispute={shown.dispute} />
          </div>
        )}
      </Shown>
    </MoneyFrame>
  );
}

const NOTES = { opened: words.suspendedNote, won: words.suspendedWon, lost: words.suspendedLost };

function Suspended({ shown: { dispute, plans } }: { readonly shown: DisputeShown }) {
  return (
    <Section title={words.suspended} note={plans.length === 0 ? undefined : NOTES[dispute.state]}>
      <SmallTable
        label={words.suspended}
        heads={[words.contract, words.state, { number: words.net }]}
        none={words.suspendedNone}
        rows={plans.map(({ sale, contract, state, net }) => ({
          key: sale,
          cells: [
            contract === null ? words.codeUnused : <ObjectLink key="contract" id={contract} />,
            <StateOf key="state" state={state} names={words.saleStates} tones={saleTones} />,
            <Money key="net" of={net} />,
          ],
        }))}
      />
    </Section>
  );
}

function DisputeFacts({ dispute }: { readonly dispute: DisputeShown["dispute"] }) {
  const instant = (at: string | null) => (at === null ? undefined : formatInstant(at));
  return (
    <Section title={en.desk.facts}>
      <FactList
        facts={[
          [words.amount, <Money key="sum" of={dispute.amount} />],
          [words.keeps, dispute.fee.amount === 0 ? undefined : <Money key="fee" of={dispute.fee} />],
          [words.reason, dispute.reason],
          [words.charge, <ObjectLink key="charge" id={dispute.charge} />],
          [words.provider, words.providers[dispute.provider] ?? dispute.provider],
          [words.reference, <code key="ref">{dispute.providerRef}</code>],
          [words.made, instant(dispute.openedAt)],
          [words.answerBy, instant(dispute.answerBy)],
          [words.closed, instant(dispute.closedAt)],
          [words.settled, instant(dispute.settledAt)],
        ]}
      />
    </Section>
  );
}

/** How the bank decided: asked twice, because plans go on or end by it. */
function Outcome({ id }: { readonly id: string }) {
  const { role } = useRole();
  const [outcome, choose] = useState<"won" | "lost">();
  const ending = useMoneyAct(client.endDispute, () => words.done);
  if (role !== "manager") {
    return null;
  }
  return (
    <Section title={words.outcome}>
      {outcome === undefined ? (
        <div className="row">
          <Button variant="default" onClick={() => choose("won")}>
            {words.won}
          </Button>
          <Button variant="default" onClick={() => choose("lost")}>
            {words.lost}
          </Button>
        </div>
      ) : (
        <div className="sure">
          <p>{words.outcomeNotes[outcome]}</p>
          <div className="row">
            <Button
              autoFocus
              {...(outcome === "lost" && { color: "red" })}
              loading={ending.pending}
              onClick={() => ending.perform({ id, outcome })}
            >
              {words.outcomeSure[outcome]}
            </Button>
            <Button variant="default" disabled={ending.pending} onClick={() => choose(undefined)}>
              {words.back}
            </Button>
          </div>
        </div>
      )}
      {ending.problem === undefined ? null : <ProblemCard problem={ending.problem} />}
    </Section>
  );
}
