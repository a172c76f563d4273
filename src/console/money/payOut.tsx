import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { CommandOf, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { FactList, Money, ProblemCard } from "../parts/index.ts";
import { money as words } from "../words/en/money.ts";
import { en } from "../words/en.ts";
import { ObjectLink, useMoneyAct } from "./index.ts";
import { PartAndReason, usePart } from "./partAndReason.tsx";

/** What a payer has with us. */
export type Balance = ReplyOf<"listBalances">["data"][number];

type Means = CommandOf<"payoutBalance">["means"];

const options = Object.entries(words.payOutMeans).map(([value, label]) => ({ value, label }));

/** Pays out what a payer has with us, or a part of it. */
export function PayOut({ balance, onClose }: { readonly balance: Balance; readonly onClose: () => void }) {
  const { party, currency, payable, byProvider } = balance;
  const [means, setMeans] = useState<Means>(byProvider.amount > 0 ? "provider" : "transfer");
  const part = usePart(currency);
  const paying = useMoneyAct(client.payoutBalance, () => words.paidOut, onClose);
  return (
    <form
      className="form card"
      onSubmit={(event) => {
        event.preventDefault();
        if (part.told !== undefined) {
          paying.perform({ party, currency, means, ...part.told });
        }
      }}
    >
      <FactList
        facts={[
          [words.payer, <ObjectLink key="payer" id={party} />],
          [words.payable, <Money key="payable" of={payable} />],
          [words.byProvider, <Money key="provider" of={byProvider} />],
        ]}
      />
      <NativeSelect
        label={words.means}
        data={byProvider.amount > 0 ? options : options.filter(({ value }) => value === "transfer")}
        value={means}
        onChange={(event) => setMeans(event.currentTarget.value as Means)}
      />
      <PartAndReason part={part} hint={words.payOutHint} />
      <div className="row">
        <Button type="submit" loading={paying.pending} disabled={part.told === undefined}>
          {words.payOut}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {paying.problem === undefined ? null : <ProblemCard problem={paying.problem} />}
    </form>
  );
}
