import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard, Section } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { pool as words } from "../words/en/pool.ts";
import { readPoolAgain, type Unit } from "./poolQueries.ts";

type To = CommandOf<"sortUnit">["to"];

/** What may become of a unit next: the server says so again. */
const ways: Readonly<Partial<Record<Unit["state"], readonly To[]>>> = {
  available: ["triage", "parts", "scrapped"],
  quarantined: ["triage"],
  triage: ["refurbishing", "parts", "scrapped"],
  refurbishing: ["available", "triage", "parts", "scrapped"],
};

/** Somebody has looked at a unit, and says what becomes of it. */
export function SortForm({ unit }: { readonly unit: Unit }) {
  const offered = ways[unit.state] ?? [];
  const [to, setTo] = useState<To>(offered[0] ?? "triage");
  const [grade, setGrade] = useState<"refurbished" | "new">("refurbished");
  const [plate, setPlate] = useState("");
  const [wiped, setWiped] = useState(false);
  const [reason, setReason] = useState("");
  const announce = useAnnounce();
  const sorting = useAct(client.sortUnit, async ({ serial, state }) => {
    announce(words.sorted(serial, words.states[state]));
    await readPoolAgain();
  });
  if (offered.length === 0) {
    return null;
  }
  const isBack = to === "available";
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = reason.trim() === "" ? {} : { reason: reason.trim() };
    const back = {
      ...(isBack && { grade }),
      ...(isBack && wiped && { wiped: true as const }),
      ...(isBack && plate.trim() !== "" && { newSerial: plate.trim() }),
    };
    sorting.perform({ serial: unit.serial, to, ...back, ...said });
  };
  return (
    <Section title={words.sort}>
      <form className="form" onSubmit={save}>
        <NativeSelect
          label={words.sort}
          value={to}
          data={offered.map((value) => ({ value, label: words.sortTo[value] }))}
          onChange={(event) => setTo(event.currentTarget.value as To)}
        />
        {isBack ? (
          <>
            <NativeSelect
              label={words.grade}
              value={grade}
              data={(["refurbished", "new"] as const).map((value) => ({
                value,
                label: words.grades[value],
              }))}
              onChange={(event) => setGrade(event.currentTarget.value as "new")}
            />
            <TextInput
              label={words.newSerial}
              description={words.newSerialHint}
              className="serial-input"
              data-scan=""
              maxLength={40}
              value={plate}
              error={sorting.problem?.faultAt("/newSerial")}
              onChange={(event) => setPlate(event.currentTarget.value)}
            />
            <Checkbox
              label={words.wipedTick}
              checked={wiped}
              onChange={(event) => setWiped(event.currentTarget.checked)}
            />
          </>
        ) : null}
        <TextInput
          label={words.reason}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" loading={sorting.pending}>
          {words.save}
        </Button>
        {sorting.problem === undefined ? null : <ProblemCard problem={sorting.problem} />}
      </form>
    </Section>
  );
}
