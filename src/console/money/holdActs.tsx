import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { HoldPage } from "../../client/index.ts";
import { client } from "../client.ts";
import { formatInstant } from "../format/formatDate.ts";
import { readMoney } from "../format/formatMoney.ts";
import { Money } from "../parts/money.tsx";
import { Section } from "../parts/page.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useRole } from "../parts/useRole.ts";
import { serverNow } from "../serverClock.ts";
import { money as words } from "../words/en/money.ts";
import { useMoneyAct } from "./useMoneyAct.ts";

/** Reminds, releases, captures; says why it cannot be captured yet. */
export function HoldActs({ hold }: { readonly hold: HoldPage }) {
  const { role } = useRole();
  const isOver = hold.closedAt !== null || hold.ending !== null;
  if (isOver || (role !== "manager" && role !== "staff")) {
    return null;
  }
  const yet = whyNotYet(hold);
  const asked = hold.captureAsked;
  return (
    <>
      <Section title={words.remind}>
        <Remind hold={hold} />
      </Section>
      {role === "manager" ? (
        <Section title={words.capture} note={yet === undefined ? undefined : `${words.notYet}. ${yet}`}>
          {yet === undefined && asked === null ? <Capture hold={hold} /> : null}
          {asked === null ? null : <AnswerCapture id={hold.id} asked={asked} />}
        </Section>
      ) : null}
      <Section title={words.release}>
        <Release id={hold.id} />
      </Section>
    </>
  );
}

/** Somebody asked for more than one person may take: another one takes it, or says no. */
function AnswerCapture(props: {
  readonly id: string;
  readonly asked: NonNullable<HoldPage["captureAsked"]>;
}) {
  const { id, asked } = props;
  const answering = useMoneyAct(client.approveCapture, ({ ending }) =>
    ending === "capture" ? words.captureStarted : words.captureDeclined,
  );
  return (
    <>
      <p>
        {words.captureWaits} <Money of={asked.amount} />: {asked.reason}
      </p>
      <div className="row">
        <Button
          color="red"
          loading={answering.pending}
          onClick={() => answering.perform({ id, decision: "approve" })}
        >
          {words.captureAgree}
        </Button>
        <Button variant="default" onClick={() => answering.perform({ id, decision: "decline" })}>
          {words.captureDecline}
        </Button>
      </div>
      {answering.problem === undefined ? null : <ProblemCard problem={answering.problem} />}
    </>
  );
}

/** What still stands between now and a capture; undefined when nothing does. */
function whyNotYet({ dueAt, noticedAt, captureFrom }: HoldPage): string | undefined {
  const now = serverNow();
  if (dueAt === null) {
    return words.notYetShipped;
  }
  if (Date.parse(dueAt) > now) {
    return words.notYetDue(formatInstant(dueAt));
  }
  if (noticedAt === null || captureFrom === null) {
    return words.notYetNotice;
  }
  return Date.parse(captureFrom) > now ? words.notYetRuns(formatInstant(captureFrom)) : undefined;
}

function Remind({ hold: { id, dueAt, noticedAt } }: { readonly hold: HoldPage }) {
  const reminding = useMoneyAct(client.remindHold, () => words.reminderSent);
  const isDue = dueAt !== null && Date.parse(dueAt) <= serverNow();
  if (isDue && noticedAt !== null) {
    return <p>{`${words.noticed}: ${formatInstant(noticedAt)}`}</p>;
  }
  return (
    <>
      <Button variant="default" loading={reminding.pending} onClick={() => reminding.perform({ id })}>
        {isDue ? words.notice : words.remind}
      </Button>
      {reminding.problem === undefined ? null : <ProblemCard problem={reminding.problem} />}
    </>
  );
}

function Release({ id }: { readonly id: string }) {
  const [sure, askSure] = useState(false);
  const [reason, setReason] = useState("");
  const releasing = useMoneyAct(client.releaseHold, () => words.released);
  if (!sure) {
    return (
      <Button variant="default" onClick={() => askSure(true)}>
        {words.release}
      </Button>
    );
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        releasing.perform({ id, reason: reason.trim() });
      }}
    >
      <TextInput
        label={words.reason}
        autoFocus
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" loading={releasing.pending}>
          {words.releaseSure}
        </Button>
        <Button variant="default" onClick={() => askSure(false)}>
          {words.back}
        </Button>
      </div>
      {releasing.problem === undefined ? null : <ProblemCard problem={releasing.problem} />}
    </form>
  );
}

function Capture({ hold }: { readonly hold: HoldPage }) {
  const { currency } = hold.amount;
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const capturing = useMoneyAct(client.captureHold, ({ ending }) =>
    ending === "capture" ? words.captureStarted : words.captureAsked,
  );
  const amount = typed === "" ? undefined : readMoney(typed, currency);
  const isWrong = typed !== "" && amount === undefined;
  const capture = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isWrong) {
      capturing.perform({ id: hold.id, reason: reason.trim(), ...(amount !== undefined && { amount }) });
    }
  };
  return (
    <form className="form" onSubmit={capture}>
      <TextInput
        label={words.captureAmount(currency)}
        description={words.captureAmountHint}
        className="number-input narrow-box"
        inputMode="decimal"
        value={typed}
        error={isWrong ? words.amountFault : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <TextInput
        label={words.reason}
        description={words.reasonHint}
        required
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" color="red" loading={capturing.pending}>
        {words.captureSure}
      </Button>
      {capturing.problem === undefined ? null : <ProblemCard problem={capturing.problem} />}
    </form>
  );
}
