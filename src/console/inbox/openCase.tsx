import { Button, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { ProblemCard, Section } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { inbox } from "../words/en/inbox.ts";
import { en } from "../words/en.ts";

const words = inbox.mail;
const causes = Object.entries(en.field.causes).map(([value, label]) => ({ value, label }));

/** Opens a case by what a mail tells, in three boxes. */
export function OpenCase({ onOpened }: { readonly onOpened: (claimId: string) => void }) {
  const [told, setTold] = useState({ serial: "", at: "", cause: causes[0]?.value ?? "" });
  const opening = useAct(client.openClaim, ({ claim }) => onOpened(claim.id));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const incident = { at: told.at, cause: told.cause } as CommandOf<"openClaim">["incident"];
    opening.perform({ serial: told.serial.trim(), incident, channel: "online" });
  };
  return (
    <Section title={words.open}>
      <form className="write" onSubmit={submit}>
        <TextInput
          label={words.serial}
          value={told.serial}
          onChange={({ currentTarget }) => setTold({ ...told, serial: currentTarget.value })}
          required
        />
        <TextInput
          type="date"
          label={words.day}
          value={told.at}
          onChange={({ currentTarget }) => setTold({ ...told, at: currentTarget.value })}
          required
        />
        <NativeSelect
          label={words.cause}
          value={told.cause}
          data={causes}
          onChange={({ currentTarget }) => setTold({ ...told, cause: currentTarget.value })}
        />
        {opening.problem === undefined ? null : <ProblemCard problem={opening.problem} />}
        <Button type="submit" loading={opening.pending}>
          {words.openButton}
        </Button>
      </form>
    </Section>
  );
}
