import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { BankCredit } from "../../client/index.ts";
import { client } from "../client.ts";
import { formatMoney } from "../format/index.ts";
import { ProblemCard } from "../parts/index.ts";
import { money as words } from "../words/en/money.ts";
import { useMoneyAct } from "./index.ts";

/** Sends money that is nobody's back to where it came from. */
export function ReturnCredit(props: { readonly credit: BankCredit; readonly onClose: () => void }) {
  const { credit, onClose } = props;
  const { id, amount, reference, bankId } = credit;
  const [reason, setReason] = useState("");
  const returning = useMoneyAct(client.returnCredit, () => words.sentBack, onClose);
  return (
    <form
      className="form card"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") {
          returning.perform({ id, reason: reason.trim() });
        }
      }}
    >
      <p>
        <b>{words.sendBackNote(formatMoney(amount))}</b>
      </p>
      <p className="muted">
        {bankId}, “{reference}”
      </p>
      <TextInput
        label={words.reason}
        autoFocus
        required
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" loading={returning.pending} disabled={reason.trim() === ""}>
          {words.sendBackSure}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.back}
        </Button>
      </div>
      {returning.problem === undefined ? null : <ProblemCard problem={returning.problem} />}
    </form>
  );
}
