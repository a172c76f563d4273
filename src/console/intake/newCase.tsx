import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Claim, CommandOf, ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { formatSerial } from "../format/formatSerial.ts";
import { ButtonLink, ProblemCard, Section } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { intake as words } from "../words/en/intake.ts";
import { en } from "../words/en.ts";

type Device = NonNullable<ReplyOf<"findArrival">["device"]>;
type Cause = CommandOf<"openClaim">["incident"]["cause"];

/** A device of ours came without a case: three fields make one, and it is taken in. */
export function NewCase({ device, last }: { readonly device: Device; readonly last: Claim | undefined }) {
  const [cause, setCause] = useState<Cause>("drop");
  const [day, setDay] = useState("");
  const [channel, setChannel] = useState<"online" | "swift">("online");
  const navigate = useNavigate();
  const opening = useAct(client.openClaim, async ({ claim }) => {
    await navigate({ to: "/cases/$id/intake", params: { id: claim.id } });
  });
  return (
    <Section title={words.noCase}>
      <p>{words.noCaseText(formatSerial(device.serial), device.model)}</p>
      {device.isReplaced ? <p className="refusal">{words.replaced}</p> : null}
      {device.hasContract ? null : <p className="muted">{words.noPlan}</p>}
      {last === undefined ? null : (
        <p>
          {words.over}{" "}
          <ButtonLink to="/cases/$id" params={{ id: last.id }}>
            {words.toCase}
          </ButtonLink>
        </p>
      )}
      <form
        className="row end"
        onSubmit={(event) => {
          event.preventDefault();
          opening.perform({ serial: device.serial, channel, incident: { at: day, cause } });
        }}
      >
        <NativeSelect
          label={words.cause}
          value={cause}
          data={Object.entries(en.field.causes).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setCause(event.currentTarget.value as Cause)}
        />
        <TextInput
          label={words.day}
          type="date"
          required
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <NativeSelect
          label={words.channel}
          value={channel}
          data={Object.entries(words.channels).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setChannel(event.currentTarget.value as "online" | "swift")}
        />
        <Button type="submit" disabled={day === ""} loading={opening.pending}>
          {words.open}
        </Button>
      </form>
      {opening.problem === undefined ? null : <ProblemCard problem={opening.problem} />}
    </Section>
  );
}
