import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { ChargePage } from "../../client/index.ts";
import { client } from "../client.ts";
import { readMoney } from "../format/formatMoney.ts";
import { Section } from "../parts/page.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useRole } from "../parts/useRole.ts";
import { money as words } from "../words/en/money.ts";
import { useMoneyAct } from "./useMoneyAct.ts";

/** Asks for a part of a charge back, out of kindness. */
export function GoodwillForm({ charge }: { readonly charge: ChargePage["charge"] }) {
  const { role } = useRole();
  const { currency } = charge.amount;
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const asking = useMoneyAct(
    client.askRefund,
    () => words.done,
    () => {
      setTyped("");
      setReason("");
    },
  );
  const amount = readMoney(typed, currency);
  const ask = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (amount !== undefined && amount > 0) {
      asking.perform({ charge: charge.id, amount: { amount, currency }, reason: reason.trim() });
    }
  };
  if (role !== "manager" && role !== "staff") {
    return null;
  }
  return (
    <Section title={words.goodwill} note={words.goodwillNote}>
      <form className="form" onSubmit={ask}>
        <TextInput
          label={words.goodwillAmount(currency)}
          className="number-input narrow-box"
          inputMode="decimal"
          required
          value={typed}
          error={typed !== "" && amount === undefined ? words.amountFault : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <TextInput
          label={words.reason}
          description={words.officeHint}
          required
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={asking.pending}>
          {words.goodwillCheck}
        </Button>
        {asking.problem === undefined ? null : <ProblemCard problem={asking.problem} />}
      </form>
    </Section>
  );
}
