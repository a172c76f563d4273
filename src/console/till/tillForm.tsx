import { Button, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { type KeyboardEvent, type SubmitEvent, useRef, useState } from "react";
import { client } from "../client.ts";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { tools as words } from "../words/en/tools.ts";
import { firstUseOf } from "./firstUseOf.ts";
import type { Outcome } from "./tillPage.tsx";

const NOTHING = {
  ...{ code: "", serial: "", name: "", email: "", region: "EU" },
  ...{ firstUse: "never", firstUseAt: "", startNow: false },
};
export type TillRow = typeof NOTHING;

const firstUses = Object.entries(words.firstUses).map(([value, label]) => ({ value, label }));

/** What a till asks. A scanner types and presses Enter, which goes on to the next field. */
export function TillForm(props: {
  readonly outcome: Outcome | undefined;
  readonly onDone: (row: TillRow, outcome: Outcome) => void;
}) {
  const { outcome, onDone } = props;
  const [row, setRow] = useState(NOTHING);
  const serial = useRef<HTMLInputElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const binding = useAct(client.activateMany, ({ data: [first] }) => {
    if (first !== undefined) {
      onDone(row, first);
    }
  });
  const box = (field: "code" | "serial" | "name" | "email" | "region", label: string) => ({
    ...{ label, value: row[field], required: true },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      setRow({ ...row, [field]: event.currentTarget.value }),
  });
  const thenTo = (next: typeof serial) => (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      next.current?.focus();
    }
  };
  const activate = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const device = { activatedAt: firstUseOf(row, new Date()), region: row.region.toUpperCase() };
    const holder = { name: row.name.trim(), email: row.email.trim() };
    const told = { code: row.code.trim(), serial: row.serial.trim(), device, holder };
    binding.perform({ activations: [{ ...told, ...(row.startNow ? { startNow: true } : {}) }] });
  };
  return (
    <form className="form card" onSubmit={activate}>
      <TextInput {...box("code", words.code)} {...SCANNED} onKeyDown={thenTo(serial)} autoFocus />
      <TextInput {...box("serial", words.serial)} {...SCANNED} ref={serial} onKeyDown={thenTo(name)} />
      <TextInput {...box("name", words.holderName)} ref={name} maxLength={200} autoComplete="off" />
      <TextInput {...box("email", words.holderEmail)} type="email" maxLength={254} autoComplete="off" />
      <NativeSelect
        label={words.firstUse}
        value={row.firstUse}
        data={firstUses}
        onChange={(event) => setRow({ ...row, firstUse: event.currentTarget.value })}
      />
      {row.firstUse === "other" ? (
        <TextInput
          label={words.firstUseAt}
          type="datetime-local"
          value={row.firstUseAt}
          required
          onChange={(event) => setRow({ ...row, firstUseAt: event.currentTarget.value })}
        />
      ) : null}
      <TextInput {...box("region", words.region)} pattern="[A-Za-z]{2}" maxLength={2} />
      <Checkbox
        label={words.startNow}
        checked={row.startNow}
        onChange={(event) => setRow({ ...row, startNow: event.currentTarget.checked })}
      />
      <div className="row">
        <Button type="submit" size="md" loading={binding.pending}>
          {words.activate}
        </Button>
      </div>
      {outcome === undefined ? null : (
        <div className="card" role="alert">
          <strong>{words.refused}</strong>
          <p>
            {outcome.says} {outcome.outcome === "refused" ? outcome.next : null}
          </p>
        </div>
      )}
      {binding.problem === undefined ? null : <ProblemCard problem={binding.problem} />}
    </form>
  );
}

const SCANNED = {
  maxLength: 80,
  autoComplete: "off",
  autoCapitalize: "characters",
  spellCheck: false,
} as const;
