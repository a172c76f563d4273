import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { Claim, CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { readMoney } from "../format/formatMoney.ts";
import { ProblemCard, Section } from "../parts/index.ts";
import { review as words } from "../words/en/review.ts";
import { useReviewAct } from "./useReviewAct.ts";

type Wanted = CommandOf<"overrideClaim">;

const gifts = Object.entries(words.gifts).map(([value, label]) => ({ value, label }));
const reasons = Object.entries(words.reasons).map(([value, label]) => ({ value, label }));
const NOTHING = { gives: "replacement", fee: "0", cost: "", reason: "long_wait", note: "", says: "" };

/** Puts a way more on the sheet, at our cost. */
export function OverrideForm({ claim: { id, currency } }: { readonly claim: Claim }) {
  const [typed, setTyped] = useState(NOTHING);
  const giving = useReviewAct(
    client.overrideClaim,
    ({ state }) => (state === "granted" ? words.given : words.waits),
    () => setTyped(NOTHING),
  );
  const [fee, cost] = [readMoney(typed.fee, currency), readMoney(typed.cost, currency)];
  const box = (name: keyof typeof NOTHING, label: string) => ({
    label,
    value: typed[name],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = event.currentTarget;
      setTyped((before) => ({ ...before, [name]: value }));
    },
  });
  const fault = (text: string, amount: number | undefined) =>
    text !== "" && amount === undefined ? words.amountFault : undefined;
  const give = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { gives, reason, note, says } = typed;
    if (fee !== undefined && cost !== undefined && note.trim() !== "") {
      const told = { gives: gives as Wanted["gives"], reason: reason as Wanted["reason"], note: note.trim() };
      const money = { fee: { amount: fee, currency }, cost: { amount: cost, currency } };
      giving.perform({ id, ...told, ...money, ...(says.trim() === "" ? {} : { says: says.trim() }) });
    }
  };
  const figures = { className: "number-input narrow-box", inputMode: "decimal", required: true } as const;
  return (
    <Section title={words.decide} note={words.decideNote}>
      <form className="form" onSubmit={give}>
        <NativeSelect data={gifts} {...box("gives", words.gives)} />
        <TextInput {...figures} error={fault(typed.fee, fee)} {...box("fee", words.feeIn(currency))} />
        <TextInput {...figures} error={fault(typed.cost, cost)} {...box("cost", words.costIn(currency))} />
        <NativeSelect data={reasons} {...box("reason", words.reason)} />
        <TextInput required maxLength={500} description={words.noteHint} {...box("note", words.note)} />
        <TextInput maxLength={300} {...box("says", words.says)} />
        <Button type="submit" variant="default" loading={giving.pending}>
          {words.give}
        </Button>
        {giving.problem === undefined ? null : <ProblemCard problem={giving.problem} />}
      </form>
    </Section>
  );
}
