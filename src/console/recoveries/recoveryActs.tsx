import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { downloadText } from "../format/csv.ts";
import { readMoney } from "../format/formatMoney.ts";
import { ProblemCard, useRole } from "../parts/index.ts";
import { useWarrantyAct } from "../warranties/useWarrantyAct.ts";
import type { Recovery } from "../warranties/warrantyQueries.ts";
import { warranty as words } from "../words/en/warranty.ts";

/** What is to be done with a recovery at its step. */
export function RecoveryActs({ recovery }: { readonly recovery: Recovery }) {
  const { state, sentAt } = recovery;
  const { role } = useRole();
  return (
    <>
      {state === "due" ? <Send recovery={recovery} /> : null}
      {state === "sent" ? <Answer recovery={recovery} /> : null}
      {(state === "accepted" || state === "partly") && role === "manager" ? (
        <Pay recovery={recovery} />
      ) : null}
      {sentAt === null ? null : (
        <Button
          variant="default"
          onClick={async () => {
            const { pack } = await client.showPack({ id: recovery.id });
            downloadText(`${recovery.id}.json`, JSON.stringify(pack, null, 2), "application/json");
          }}
        >
          {words.pack}
        </Button>
      )}
    </>
  );
}

function Send({ recovery: { id } }: { readonly recovery: Recovery }) {
  const sending = useWarrantyAct(client.sendRecovery, () => words.sent);
  return (
    <div className="row">
      <Button loading={sending.pending} onClick={() => sending.perform({ id })}>
        {words.send}
      </Button>
      {sending.problem === undefined ? null : <ProblemCard problem={sending.problem} />}
    </div>
  );
}

type Answered = CommandOf<"answerRecovery">["answer"];

function Answer({ recovery: { id, amount } }: { readonly recovery: Recovery }) {
  const [told, setTold] = useState({ answer: "accepted" as Answered, sum: "", reference: "", reason: "" });
  const answering = useWarrantyAct(client.answerRecovery, () => words.answered);
  const { answer, sum, reference, reason } = told;
  const minor = readMoney(sum, amount.currency);
  const box = (name: "sum" | "reference" | "reason") => ({
    value: told[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setTold({ ...told, [name]: event.currentTarget.value }),
  });
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    answering.perform({
      ...{ id, answer },
      ...(answer === "partly" && minor !== undefined
        ? { amount: { amount: minor, currency: amount.currency } }
        : {}),
      ...(reference.trim() === "" ? {} : { reference: reference.trim() }),
      ...(answer === "accepted" ? {} : { reason: reason.trim() }),
    });
  };
  return (
    <form className="form card" onSubmit={send}>
      <NativeSelect
        label={words.answer}
        value={answer}
        data={Object.entries(words.answers).map(([value, label]) => ({ value, label }))}
        onChange={(event) => setTold({ ...told, answer: event.currentTarget.value as Answered })}
      />
      {answer === "partly" ? (
        <TextInput
          {...box("sum")}
          label={`${words.acceptedAmount} (${amount.currency})`}
          error={sum !== "" && minor === undefined ? words.amountFault : undefined}
          inputMode="decimal"
          required
        />
      ) : null}
      <TextInput {...box("reference")} label={words.reference} maxLength={120} />
      {answer === "accepted" ? null : (
        <TextInput {...box("reason")} label={words.reason} maxLength={500} required />
      )}
      <div className="row">
        <Button type="submit" loading={answering.pending}>
          {words.takeDown}
        </Button>
      </div>
      {answering.problem === undefined ? null : <ProblemCard problem={answering.problem} />}
    </form>
  );
}

function Pay({ recovery: { id, supplier } }: { readonly recovery: Recovery }) {
  const [credit, setCredit] = useState("");
  const paying = useWarrantyAct(client.settleRecoveries, () => words.paid);
  return (
    <form
      className="form card"
      onSubmit={(event) => {
        event.preventDefault();
        paying.perform({ supplier, credit: credit.trim(), recoveries: [id] });
      }}
    >
      <TextInput
        label={words.credit}
        placeholder="crd_…"
        value={credit}
        onChange={(event) => setCredit(event.currentTarget.value)}
        required
      />
      <div className="row">
        <Button type="submit" loading={paying.pending}>
          {words.pay}
        </Button>
      </div>
      {paying.problem === undefined ? null : <ProblemCard problem={paying.problem} />}
    </form>
  );
}
