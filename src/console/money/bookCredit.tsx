import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { readMoney } from "../format/formatMoney.ts";
import { ProblemCard } from "../parts/problemCard.tsx";
import { serverNow } from "../serverClock.ts";
import { money as words } from "../words/en/money.ts";
import { en } from "../words/en.ts";
import { useMoneyAct } from "./useMoneyAct.ts";

const today = () => new Date(serverNow()).toISOString().slice(0, 10);
const fields = [
  ["bankId", words.bankId, 100],
  ["amount", words.bookAmount, 20],
  ["currency", words.currency, 3],
  ["reference", words.referenceText, 200],
] as const;

/** Books one booking of the bank's. */
export function BookCredit({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState({ bankId: "", amount: "", currency: "EUR", reference: "" });
  const [bookedOn, setBookedOn] = useState(today);
  const booking = useMoneyAct(
    client.bookCredits,
    ({ booked, known }) => words.booked(booked, known),
    onClose,
  );
  const isCurrency = /^[A-Z]{3}$/.test(typed.currency);
  const amount = isCurrency ? readMoney(typed.amount, typed.currency) : undefined;
  const book = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (amount !== undefined) {
      const { bankId, currency, reference } = typed;
      const credit = { bankId: bankId.trim(), reference, bookedOn, amount: { amount, currency } };
      booking.perform({ credits: [credit] });
    }
  };
  return (
    <form className="form card" onSubmit={book}>
      {fields.map(([name, label, maxLength]) => (
        <TextInput
          key={name}
          label={label}
          autoFocus={name === "bankId"}
          required={name !== "reference"}
          maxLength={maxLength}
          value={typed[name]}
          error={name === "amount" && typed.amount !== "" && amount === undefined ? words.amountFault : null}
          onChange={({ currentTarget: { value } }) =>
            setTyped((now) => ({ ...now, [name]: name === "currency" ? value.toUpperCase() : value }))
          }
        />
      ))}
      <TextInput
        label={words.bookedOn}
        type="date"
        required
        value={bookedOn}
        onChange={(event) => setBookedOn(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" loading={booking.pending}>
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
