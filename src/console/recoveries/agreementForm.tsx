import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { readMoney } from "../format/formatMoney.ts";
import { ProblemCard } from "../parts/index.ts";
import { useWarrantyAct } from "../warranties/useWarrantyAct.ts";
import { warranty as words } from "../words/en/warranty.ts";
import { en } from "../words/en.ts";
import { partsIn } from "./partsIn.ts";

const EMPTY = {
  ...{ supplier: "", validFrom: "", kind: "maker", models: "", series: "", currency: "EUR" },
  ...{ labour: "0", parts: "", months: "", claimDays: "60", answerDays: "30" },
};
type Typed = typeof EMPTY;

const listIn = (text: string) =>
  text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** Sets what a supplier pays back from a day on. */
export function AgreementForm({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const setting = useWarrantyAct(
    client.setAgreement,
    ({ supplier }) => words.agreementSet(supplier),
    onClose,
  );
  const box = (name: keyof Typed, label: string, error?: string) => ({
    ...{ label, value: typed[name], error: error ?? setting.problem?.faultAt(`/${name}`) },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
  });
  const command = commandOf(typed);
  const isPartless = partsIn(typed.parts, typed.currency) === undefined;
  const isSumless = readMoney(typed.labour, typed.currency) === undefined;
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (command !== undefined) {
      setting.perform(command);
    }
  };
  return (
    <form className="form card" onSubmit={send}>
      <TextInput {...box("supplier", words.supplier)} required maxLength={30} />
      <TextInput {...box("validFrom", words.validFrom)} type="date" required />
      <NativeSelect
        {...box("kind", words.kind)}
        data={Object.entries(words.agreementKinds).map(([value, label]) => ({ value, label }))}
      />
      <TextInput {...box("models", words.models)} description={words.modelsHint} />
      <TextInput {...box("series", words.series)} description={words.modelsHint} />
      <TextInput {...box("currency", words.currency)} pattern="[A-Z]{3}" required />
      <TextInput
        {...box("labour", words.labourAmount, isSumless ? words.amountFault : undefined)}
        inputMode="decimal"
        required
      />
      <TextInput
        {...box("parts", words.partAmounts, isPartless ? words.partsFault : undefined)}
        description={words.partsHint}
      />
      <TextInput {...box("months", words.partMonths)} type="number" min={1} max={240} />
      <TextInput {...box("claimDays", words.claimDays)} type="number" min={1} max={730} required />
      <TextInput {...box("answerDays", words.answerDays)} type="number" min={1} max={730} required />
      <div className="row">
        <Button type="submit" loading={setting.pending}>
          {words.setAgreement}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {setting.problem === undefined ? null : <ProblemCard problem={setting.problem} />}
    </form>
  );
}

/** Undefined while a sum in it is not one. */
function commandOf(typed: Typed): CommandOf<"setAgreement"> | undefined {
  const { supplier, validFrom, kind, models, series, currency, labour, months, claimDays, answerDays } =
    typed;
  const [parts, labourMinor] = [partsIn(typed.parts, currency), readMoney(labour, currency)];
  return parts === undefined || labourMinor === undefined
    ? undefined
    : {
        ...{ supplier: supplier.trim(), validFrom, currency, labourMinor, parts },
        kind: kind === "part" ? "part" : "maker",
        ...{ models: listIn(models), series: listIn(series), months: months === "" ? null : Number(months) },
        ...{ claimDays: Number(claimDays), answerDays: Number(answerDays) },
      };
}
