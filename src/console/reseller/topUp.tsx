import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { readMoney } from "../format/formatMoney.ts";
import { ProblemCard, Section } from "../parts/index.ts";
import type { ResellerPage } from "../resellers/resellerQueries.ts";
import { useResellerAct } from "../resellers/useResellerAct.ts";
import { reseller as words } from "../words/en/reseller.ts";
import { en } from "../words/en.ts";

const methods = [
  { value: "card", label: words.payCard },
  ...Object.entries(en.shop.methods).map(([value, label]) => ({ value, label })),
];

/** Puts money on the balance by card: where its bank asks for more, that page is opened. */
export function TopUp({ of: { id, currency } }: { readonly of: Pick<ResellerPage, "id" | "currency"> }) {
  const [amount, setAmount] = useState("");
  const [method, setMethod] = useState("card");
  const toppingUp = useResellerAct(
    client.topUpBalance,
    ({ state, payment }) =>
      state === "captured"
        ? words.topUpDone
        : words[payment?.state === "failed" ? "topUpFailed" : "topUpGoesOn"],
    ({ payment }) => {
      setAmount("");
      if (payment?.nextUrl !== undefined) {
        window.location.assign(payment.nextUrl);
      }
    },
  );
  const amountMinor = readMoney(amount, currency);
  const isWrong = amount !== "" && (amountMinor === undefined || amountMinor === 0);
  const pay = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (amountMinor !== undefined && amountMinor > 0) {
      toppingUp.perform({ id, amountMinor, method });
    }
  };
  return (
    <Section title={words.topUpTitle}>
      <form className="row end" onSubmit={pay}>
        <TextInput
          label={words.topUpAmount(currency)}
          required
          inputMode="decimal"
          value={amount}
          error={isWrong ? words.topUpWrong : undefined}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <NativeSelect
          label={en.shop.payMethod}
          data={methods}
          value={method}
          onChange={(event) => setMethod(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={toppingUp.pending}>
          {words.topUpButton}
        </Button>
      </form>
      {toppingUp.problem === undefined ? null : <ProblemCard problem={toppingUp.problem} />}
    </Section>
  );
}
