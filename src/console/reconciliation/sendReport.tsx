import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { type CommandOf, isRefused, type ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { SmallTable, useMoneyAct } from "../money/index.ts";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { reconciliation as words } from "../words/en/reconciliation.ts";
import { en } from "../words/en.ts";
import { reporters } from "./reporters.ts";
import { asSent, type RowFault, rowFaultsOf } from "./rowFaults.ts";

/** What the server reads of one report. */
const MOST_CHARACTERS = 1_000_000;
const kinds = Object.entries(reporters).map(([value, label]) => ({ value, label }));

interface Told {
  readonly kind: string;
  readonly party: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** Sends a report: every row is checked first, and what is wrong with which is shown beside it. */
export function SendReport({ onClose }: { readonly onClose: () => void }) {
  const [told, setTold] = useState<Told>({ kind: "provider", party: "", from: "", to: "", text: "" });
  const [checked, setChecked] = useState<ReplyOf<"takeReport">>();
  const checking = useAct(
    (command: CommandOf<"takeReport">) => client.takeReport(command, { dryRun: true }),
    (reply) => setChecked(isRefused(reply) ? undefined : reply),
  );
  const taking = useMoneyAct(client.takeReport, ({ taken, known }) => words.taken(taken, known), onClose);
  const change = (more: Partial<Told>) => {
    setTold((now) => ({ ...now, ...more }));
    setChecked(undefined);
    checking.reset();
    taking.reset();
  };
  const problem = taking.problem ?? checking.problem;
  const faults = rowFaultsOf(problem, told.text);
  const isTooMuch = told.text.length > MOST_CHARACTERS;
  return (
    <form
      className="form card wide-form"
      onSubmit={(event) => {
        event.preventDefault();
        const { text, ...about } = told;
        const command = { ...about, party: about.party.trim(), ...asSent(text) } as CommandOf<"takeReport">;
        (checked === undefined ? checking : taking).perform(command);
      }}
    >
      <ReportFields told={told} isTooMuch={isTooMuch} onChange={change} />
      {checked === undefined ? null : <p role="status">{words.wouldTake(checked.taken, checked.known)}</p>}
      <div className="row">
        <Button type="submit" loading={checking.pending || taking.pending} disabled={isTooMuch}>
          {checked === undefined ? words.check : words.take}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {problem !== undefined && faults.length === 0 ? <ProblemCard problem={problem} /> : null}
      {faults.length === 0 ? null : <Faults faults={faults} />}
    </form>
  );
}

function ReportFields(props: {
  readonly told: Told;
  readonly isTooMuch: boolean;
  readonly onChange: (more: Partial<Told>) => void;
}) {
  const { told, isTooMuch, onChange } = props;
  const box = (name: "party" | "from" | "to", label: string) => ({
    ...{ label, required: true, value: told[name] },
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <>
      <div className="row end">
        <NativeSelect
          label={words.kind}
          data={kinds}
          value={told.kind}
          onChange={(event) => onChange({ kind: event.currentTarget.value })}
        />
        <TextInput {...box("party", words.party)} maxLength={80} placeholder={words.partyHint} />
        <TextInput {...box("from", words.from)} type="date" title={words.daysHint} />
        <TextInput {...box("to", words.to)} type="date" min={told.from} title={words.daysHint} />
      </div>
      <p className="muted">{words.daysHint}</p>
      <label className="file-label">
        {words.file}{" "}
        <input
          type="file"
          accept=".csv,.ndjson,text/csv"
          onChange={(event) => void event.currentTarget.files?.[0]?.text().then((text) => onChange({ text }))}
        />
      </label>
      <Textarea
        label={words.csv}
        description={words.columns[told.kind]}
        error={isTooMuch ? words.tooMuch : undefined}
        autosize
        minRows={3}
        maxRows={12}
        required
        spellCheck={false}
        value={told.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
      />
    </>
  );
}

function Faults({ faults }: { readonly faults: readonly RowFault[] }) {
  return (
    <div className="alert-card" role="alert">
      <div>
        <p className="alert-title">{words.faults(faults.length)}</p>
        <p>{words.faultsNote}</p>
        <SmallTable
          label={words.wrong}
          heads={[words.row, words.column, words.wrong, words.rowText]}
          none=""
          rows={faults.map(({ row, column, says, text }) => ({
            key: `${row} ${column}`,
            cells: [row, column, says, <code key="text">{text}</code>],
          }))}
        />
      </div>
    </div>
  );
}
