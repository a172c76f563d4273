import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { ProblemCard } from "../parts/index.ts";
import type { Acting } from "../parts/useAct.ts";
import { reseller as words } from "../words/en/reseller.ts";
import { en } from "../words/en.ts";
import { type ContractTold, contractOf } from "./contractTold.ts";

/** What a reseller agreed to, typed. What the server finds wrong stands at its field. */
export function ContractForm(props: {
  readonly given: ContractTold;
  readonly acting: Acting<CommandOf<"addReseller">>;
  readonly label: string;
  readonly onClose: () => void;
}) {
  const { acting, label, onClose } = props;
  const [told, setTold] = useState(props.given);
  const box = (name: keyof ContractTold, title: string, field: string = name) => ({
    ...{ label: title, value: told[name], error: acting.problem?.faultAt(`/${field}`) },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setTold({ ...told, [name]: event.currentTarget.value }),
  });
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    acting.perform(contractOf(told));
  };
  return (
    <form className="form card" onSubmit={send}>
      <TextInput {...box("name", words.name)} autoFocus required maxLength={200} />
      <TextInput {...box("email", words.email)} type="email" required maxLength={200} />
      <TextInput {...box("country", words.country)} required pattern="[A-Za-z]{2}" maxLength={2} />
      <TextInput {...box("vatId", words.vatId)} maxLength={20} />
      <TextInput {...box("customerGroup", words.group)} description={words.groupHint} required />
      <TextInput {...box("regions", words.regions, "regions/0")} description={words.regionsHint} required />
      <TextInput {...box("currency", words.currency)} required pattern="[A-Za-z]{3}" maxLength={3} />
      <TextInput
        {...box("credit", words.credit, "creditMinor")}
        description={words.creditHint}
        inputMode="decimal"
        required
      />
      <TextInput
        {...box("invoiceDays", words.invoiceDays)}
        description={words.invoiceDaysHint}
        type="number"
        min={0}
        max={120}
      />
      <TextInput {...box("beginsOn", words.beginsOn)} type="date" required />
      <TextInput {...box("endsOn", words.endsOn)} description={words.endsOnHint} type="date" />
      <TextInput
        {...box("timeZone", words.hoursZone, "deliveryHours/timeZone")}
        description={words.hoursZoneHint}
        maxLength={64}
      />
      {told.timeZone.trim() === "" ? null : (
        <div className="row">
          <TextInput {...box("days", words.hoursDays, "deliveryHours/days/0")} required />
          <TextInput {...box("fromHour", words.hoursFrom, "deliveryHours/fromHour")} type="number" required />
          <TextInput {...box("toHour", words.hoursTo, "deliveryHours/toHour")} type="number" required />
        </div>
      )}
      <div className="row">
        <Button type="submit" loading={acting.pending}>
          {label}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {acting.problem === undefined ? null : <ProblemCard problem={acting.problem} />}
    </form>
  );
}
