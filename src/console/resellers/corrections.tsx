import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { formatInstant } from "../format/formatDate.ts";
import { readMoney } from "../format/formatMoney.ts";
import { ScrollBox } from "../money/smallTable.tsx";
import { Money, ProblemCard, Section, Shown } from "../parts/index.ts";
import { reseller as words } from "../words/en/reseller.ts";
import { type Correction, resellerQueries } from "./resellerQueries.ts";
import { useResellerAct } from "./useResellerAct.ts";

/** Changes of a balance by hand: one manager asks, another one agrees. */
export function Corrections(props: { readonly id: string; readonly currency: string }) {
  const { id, currency } = props;
  const query = useQuery(resellerQueries.corrections(id));
  return (
    <Section title={words.corrections} note={words.correctionsNote}>
      <Shown query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="muted">{words.correctionsEmpty}</p>
          ) : (
            <ScrollBox label={words.corrections}>
              <table className="table" aria-label={words.corrections}>
                <tbody>
                  {data.map((correction) => (
                    <CorrectionRow key={correction.no} id={id} of={correction} />
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          )
        }
      </Shown>
      <CorrectionForm id={id} currency={currency} />
    </Section>
  );
}

function CorrectionRow({ id, of: correction }: { readonly id: string; readonly of: Correction }) {
  const { no, amountMinor, currency, reason, state, askedAt } = correction;
  const answering = useResellerAct(
    client.answerBalanceCorrection,
    (answered) => words.correctionStates[answered.state],
  );
  const answer = (agrees: boolean) => answering.perform({ id, no: String(no), agrees });
  return (
    <tr>
      <td>{no}</td>
      <td className="number">
        <Money of={{ amount: amountMinor, currency }} />
      </td>
      <td>{reason}</td>
      <td>{formatInstant(askedAt)}</td>
      <td>
        {state === "asked" ? (
          <span className="row">
            <button type="button" className="text-button" onClick={() => answer(true)}>
              {words.agree} {no}
            </button>
            <button type="button" className="text-button" onClick={() => answer(false)}>
              {words.decline} {no}
            </button>
          </span>
        ) : (
          words.correctionStates[state]
        )}
        {answering.problem === undefined ? null : <ProblemCard problem={answering.problem} />}
      </td>
    </tr>
  );
}

function CorrectionForm({ id, currency }: { readonly id: string; readonly currency: string }) {
  const [amount, setAmount] = useState("");
  const [reason, setReason] = useState("");
  const asking = useResellerAct(
    client.askBalanceCorrection,
    () => words.correctionAsked,
    () => {
      setAmount("");
      setReason("");
    },
  );
  const minor = readMoney(amount.replace(/^[-−]/, ""), currency);
  const ask = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (minor !== undefined) {
      const amountMinor = /^[-−]/.test(amount) ? -minor : minor;
      asking.perform({ id, amountMinor, reason: reason.trim() });
    }
  };
  return (
    <form className="row end" onSubmit={ask}>
      <TextInput
        label={words.correctionAmount}
        description={words.correctionAmountHint}
        required
        value={amount}
        error={amount !== "" && minor === undefined ? words.wrongAmount : undefined}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <TextInput
        label={words.reason}
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={asking.pending}>
        {words.correctionAsk}
      </Button>
      {asking.problem === undefined ? null : <ProblemCard problem={asking.problem} />}
    </form>
  );
}
