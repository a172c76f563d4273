import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { ApiKey, NewApiKey } from "../../client/index.ts";
import { client, queryClient } from "../client.ts";
import { ProblemCard } from "../parts/problemCard.tsx";
import { useAct } from "../parts/useAct.ts";
import { en } from "../words/en.ts";
import { keyAsked } from "./keyAsked.ts";

const words = en.desk;
const roles = (["integrator", "staff", "reseller", "manager", "owner"] as const).map((value) => ({
  value,
  label: en.field.roles[value],
}));

/** What a new key is for, and what it may. */
export function KeyForm(props: { readonly onMade: (key: NewApiKey) => void; readonly onCancel: () => void }) {
  const [label, setLabel] = useState("");
  const [role, setRole] = useState<ApiKey["role"]>("integrator");
  const [email, setEmail] = useState("");
  const [lastDay, setLastDay] = useState("");
  const making = useAct(client.createKey, async (key) => {
    props.onMade(key);
    await queryClient.invalidateQueries({ queryKey: ["keys"] });
  });
  const make = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    making.perform(keyAsked({ label, role, email, lastDay }));
  };
  return (
    <form className="form card" onSubmit={make}>
      <TextInput
        label={words.keyLabel}
        description={words.keyLabelHint}
        autoFocus
        required
        maxLength={80}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.keyRole}
        data={roles}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value as ApiKey["role"])}
      />
      {role === "owner" ? (
        <TextInput
          label={words.keyEmail}
          description={words.keyEmailHint}
          type="email"
          required
          maxLength={200}
          value={email}
          error={making.problem?.faultAt("/email")}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
      ) : null}
      <TextInput
        label={words.keyLastDay}
        description={words.keyLastDayHint}
        type="date"
        value={lastDay}
        onChange={(event) => setLastDay(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" loading={making.pending}>
          {words.keyMake}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          {en.shell.close}
        </Button>
      </div>
      {making.problem === undefined ? null : <ProblemCard problem={making.problem} />}
    </form>
  );
}
