import { Button, FileInput, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import type { ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { SmallTable } from "../money/smallTable.tsx";
import { useAnnounce } from "../parts/announcer.tsx";
import { PageHead, ProblemCard, Section } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { pool as words } from "../words/en/pool.ts";
import { PoolNav } from "./poolNav.tsx";
import { readPoolAgain } from "./poolQueries.ts";
import { readUnits, type UnitLine } from "./readUnits.ts";
import { useCentres } from "./useCentres.ts";

/** As many lines as one request takes. */
const AT_ONCE = 500;

type Taken = ReplyOf<"takeInUnits">;
const nothing: Taken = { taken: 0, known: 0, refused: [] };

/** Units come into the pool: one that is scanned, or a file of them. */
export function TakeInPage() {
  const [done, setDone] = useState<Taken>();
  const announce = useAnnounce();
  const report = async (taken: Taken) => {
    setDone(taken);
    announce(words.taken(taken.taken, taken.known));
    await readPoolAgain();
  };
  return (
    <div className="page">
      <PageHead title={words.takeIn} />
      <PoolNav />
      <OneUnit onDone={report} />
      <FromFile onDone={report} />
      {done === undefined ? null : <Outcome done={done} />}
    </div>
  );
}

function OneUnit({ onDone }: { readonly onDone: (taken: Taken) => Promise<void> }) {
  const { options } = useCentres();
  const [told, setTold] = useState({ serial: "", model: "", region: "", centre: "", shelf: "" });
  const [grade, setGrade] = useState<NonNullable<UnitLine["grade"]>>("new");
  const taking = useAct(client.takeInUnits, async (taken) => {
    // The next one is most likely of the same kind and goes to the same place.
    setTold({ ...told, serial: "" });
    await onDone(taken);
  });
  const field = (name: "serial" | "model" | "region" | "shelf", required = true) => (
    <TextInput
      label={words[name]}
      required={required}
      maxLength={name === "serial" || name === "shelf" ? 40 : 60}
      value={told[name]}
      {...(name === "serial" ? { "data-scan": "", className: "serial-input", autoFocus: true } : {})}
      error={taking.problem?.faultAt(`/units/0/${name}`)}
      onChange={(event) => setTold({ ...told, [name]: event.currentTarget.value })}
    />
  );
  const take = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { centre, ...rest } = told;
    taking.perform({ units: [{ ...rest, grade, ...(centre !== "" && { centre }) }] });
  };
  return (
    <Section title={words.oneUnit}>
      <form className="form" onSubmit={take}>
        {field("serial")}
        {field("model")}
        {field("region")}
        <NativeSelect
          label={words.grade}
          value={grade}
          data={Object.entries(words.grades).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setGrade(event.currentTarget.value as "new")}
        />
        <NativeSelect
          label={words.centre}
          value={told.centre}
          data={[{ value: "", label: words.noCentre }, ...options]}
          onChange={(event) => setTold({ ...told, centre: event.currentTarget.value })}
        />
        {field("shelf", false)}
        <Button type="submit" loading={taking.pending}>
          {words.takeIn}
        </Button>
        {taking.problem === undefined ? null : <ProblemCard problem={taking.problem} />}
      </form>
    </Section>
  );
}

function FromFile({ onDone }: { readonly onDone: (taken: Taken) => Promise<void> }) {
  const [wrong, setWrong] = useState<string>();
  const [progress, setProgress] = useState<string>();
  // In pieces: what was sent stays when the next piece fails, and the file is sent again at will.
  const taking = useAct(async (units: readonly UnitLine[], options) => {
    let all = nothing;
    for (let from = 0; from < units.length; from += AT_ONCE) {
      setProgress(words.reading(from, units.length));
      const piece = units.slice(from, from + AT_ONCE);
      const { idempotencyKey } = options;
      const sent = await client.takeInUnits(
        { units: piece },
        { ...options, ...(idempotencyKey && { idempotencyKey: `${idempotencyKey}-${from}` }) },
      );
      const refused = sent.refused.map((each) => ({ ...each, line: each.line + from }));
      all = {
        taken: all.taken + sent.taken,
        known: all.known + sent.known,
        refused: [...all.refused, ...refused],
      };
    }
    setProgress(undefined);
    return all;
  }, onDone);
  const read = async (file: File | null) => {
    if (file !== null) {
      const { units, missing } = readUnits(await file.text());
      setWrong(missing === undefined ? undefined : words.wrongHead(missing.join(", ")));
      if (units !== undefined && units.length > 0) {
        taking.perform(units);
      }
    }
  };
  return (
    <Section title={words.fromFile} note={words.fileHint}>
      <FileInput
        label={words.fromFile}
        accept=".csv,text/csv,text/plain"
        error={wrong}
        onChange={(file) => void read(file)}
      />
      <p aria-live="polite">{progress}</p>
      {taking.problem === undefined ? null : <ProblemCard problem={taking.problem} />}
    </Section>
  );
}

function Outcome({ done }: { readonly done: Taken }) {
  return (
    <Section title={words.taken(done.taken, done.known)}>
      {done.refused.length === 0 ? null : (
        <SmallTable
          label={words.refusedLines}
          heads={[{ number: words.line }, words.serial, words.reason]}
          rows={done.refused.map(({ line, serial, says }) => ({
            key: String(line),
            cells: [line, serial, says],
          }))}
          none={words.nothing}
        />
      )}
    </Section>
  );
}
