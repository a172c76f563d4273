import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { ChargePage } from "../../client/index.ts";
import { client } from "../client.ts";
import { readMoney } from "../format/formatMoney.ts";
import { Section } from "../parts/page.tsx";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useRole } from "../parts/useRole.ts";
import { disputes as words } from "../words/en/disputes.ts";
import { money } from "../words/en/money.ts";
import { en } from "../words/en.ts";
import { disputeTold } from "./disputeTold.ts";
import { useMoneyAct } from "./useMoneyAct.ts";

type Charge = ChargePage["charge"];
const NOTHING = { amount: "", reason: "", providerRef: "", answerBy: "" };

/** Books a dispute that no message of the provider told of. Folded away: it suspends plans. */
export function DisputeForm({ charge }: { readonly charge: Charge }) {
  const { role } = useRole();
  const [isOpen, open] = useState(false);
  if (role !== "manager") {
    return null;
  }
  return (
    <Section title={words.took} note={words.tookNote}>
      {isOpen ? (
        <Typed charge={charge} onClose={() => open(false)} />
      ) : (
        <Button variant="default" onClick={() => open(true)}>
          {words.begin}
        </Button>
      )}
    </Section>
  );
}

function Typed({ charge, onClose }: { readonly charge: Charge; readonly onClose: () => void }) {
  const { currency } = charge.amount;
  const [typed, setTyped] = useState(NOTHING);
  const booking = useMoneyAct(client.openDispute, () => words.booked, onClose);
  const amount = readMoney(typed.amount, currency);
  const book = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (amount !== undefined && amount > 0) {
      booking.perform(disputeTold(typed, { charge: charge.id, amount: { amount, currency } }));
    }
  };
  const box = (name: keyof typeof NOTHING, label: string) => ({
    ...{ label, value: typed[name] },
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((now) => ({ ...now, [name]: value }));
      booking.reset();
    },
  });
  return (
    <form className="form" onSubmit={book}>
      <TextInput
        {...box("amount", words.amount(currency))}
        className="number-input narrow-box"
        inputMode="decimal"
        required
        error={typed.amount !== "" && amount === undefined ? money.amountFault : null}
      />
      <TextInput {...box("providerRef", words.providerRef)} required maxLength={120} />
      <TextInput {...box("reason", words.reason)} description={words.reasonHint} required maxLength={200} />
      <TextInput {...box("answerBy", words.answerBy)} type="date" />
      <div className="row">
        <Button type="submit" color="red" loading={booking.pending}>
          {words.book}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {booking.problem === undefined ? null : <ProblemCard problem={booking.problem} />}
    </form>
  );
}
