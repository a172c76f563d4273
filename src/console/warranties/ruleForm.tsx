import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { isRefused, type ReplyOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { formatDay } from "../format/index.ts";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { warranty as words } from "../words/en/warranty.ts";
import { en } from "../words/en.ts";
import { rulesIn } from "./rulesIn.ts";
import { useWarrantyAct } from "./useWarrantyAct.ts";
import type { RulesTold } from "./warrantyQueries.ts";

const EMPTY = {
  ...{ scope: "*", region: "*", component: "device", validFrom: "", months: "12" },
  ...{ shippedDays: "", madeDays: "", replacementDays: "", beginsBy: "told" },
};
type Typed = typeof EMPTY;

/** Sets one rule, or those of a file: what they would move is shown before they are set. */
export function RuleForm({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const [file, setFile] = useState<{ readonly rules?: RulesTold; readonly fault?: number }>({});
  const [moves, setMoves] = useState(false);
  const [preview, setPreview] = useState<ReplyOf<"setWarrantyRules">>();
  const looking = useAct(
    (command: { rules: RulesTold; moves: boolean }) => client.setWarrantyRules(command, { dryRun: true }),
    (reply) => setPreview(isRefused(reply) ? undefined : reply),
  );
  const setting = useWarrantyAct(client.setWarrantyRules, ({ set }) => words.rulesSet(set), onClose);
  const changed = () => {
    setPreview(undefined);
    looking.reset();
    setting.reset();
  };
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const command = { rules: file.rules ?? [ruleOf(typed)], moves };
    (preview === undefined ? looking : setting).perform(command);
  };
  const problem = setting.problem ?? looking.problem;
  return (
    <form className="form card" onSubmit={send}>
      <RuleBoxes
        typed={typed}
        onType={(more) => {
          setTyped({ ...typed, ...more });
          changed();
        }}
        disabled={file.rules !== undefined}
      />
      <label className="file-label">
        {words.importRules} ({words.importHint}){" "}
        <input
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => {
            changed();
            void event.currentTarget.files?.[0]?.text().then((text) => setFile(rulesIn(text)));
          }}
        />
      </label>
      {file.fault === undefined ? null : <p role="alert">{words.fileFault(file.fault)}</p>}
      <Checkbox
        label={words.moves}
        checked={moves}
        onChange={(event) => {
          setMoves(event.currentTarget.checked);
          changed();
        }}
      />
      {preview === undefined ? null : <Moves preview={preview} />}
      <div className="row">
        <Button
          type="submit"
          loading={looking.pending || setting.pending}
          disabled={file.fault !== undefined}
        >
          {preview === undefined ? words.rehearse : words.setRules}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {problem === undefined ? null : <ProblemCard problem={problem} />}
    </form>
  );
}

function RuleBoxes(props: {
  readonly typed: Typed;
  readonly onType: (more: Partial<Typed>) => void;
  readonly disabled: boolean;
}) {
  const { typed, onType, disabled } = props;
  const box = (name: keyof Typed) => ({
    ...{ value: typed[name], disabled },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onType({ [name]: event.currentTarget.value }),
  });
  const days = (name: "shippedDays" | "madeDays" | "replacementDays") => (
    <TextInput
      {...box(name)}
      label={words[name]}
      description={words.emptyNever}
      type="number"
      min={0}
      max={3650}
    />
  );
  return (
    <>
      <TextInput
        {...box("scope")}
        label={words.scope}
        description={words.scopeHint}
        pattern="\*|(maker|series|model):[a-z0-9\-]+"
        required
      />
      <TextInput
        {...box("region")}
        label={words.region}
        description={words.regionHint}
        pattern="\*|[A-Z]{2}"
        required
      />
      <NativeSelect
        {...box("component")}
        label={words.component}
        data={Object.entries(words.components).map(([value, label]) => ({ value, label }))}
      />
      <TextInput {...box("validFrom")} label={words.validFrom} type="date" required />
      <TextInput {...box("months")} label={words.months} type="number" min={1} max={240} required />
      {days("shippedDays")}
      {days("madeDays")}
      {days("replacementDays")}
      <NativeSelect
        {...box("beginsBy")}
        label={words.beginsBy}
        data={Object.entries(words.begins).map(([value, label]) => ({ value, label }))}
      />
    </>
  );
}

function Moves({ preview: { begun, moved } }: { readonly preview: ReplyOf<"setWarrantyRules"> }) {
  return (
    <div role="status">
      <p>{words.wouldMove(begun)}</p>
      {moved.length === 0 ? <p className="muted">{words.nothingMoves}</p> : null}
      <ul className="plain">
        {moved.map(({ serial, from, to }) => (
          <li key={serial}>{words.moveOf(serial, from === null ? "–" : formatDay(from), formatDay(to))}</li>
        ))}
      </ul>
    </div>
  );
}

function ruleOf({
  shippedDays,
  madeDays,
  replacementDays,
  months,
  component,
  beginsBy,
  ...typed
}: Typed): RulesTold[number] {
  const count = (text: string) => (text === "" ? null : Number(text));
  return {
    ...typed,
    component: component as RulesTold[number]["component"],
    ...{ months: Number(months), shippedDays: count(shippedDays), madeDays: count(madeDays) },
    replacementDays: count(replacementDays),
    beginsBy: beginsBy as NonNullable<RulesTold[number]["beginsBy"]>,
  };
}
