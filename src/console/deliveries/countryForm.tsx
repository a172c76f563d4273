import { Button, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { client } from "../client.ts";
import { useAnnounce } from "../parts/announcer.tsx";
import { ProblemCard } from "../parts/index.ts";
import { useAct } from "../parts/useAct.ts";
import { deliveries as words } from "../words/en/deliveries.ts";
import { en } from "../words/en.ts";
import { type Rule, type RuleFault, type RuleTyped, readRule, typedOf } from "./readRule.ts";
import { RuleRow } from "./ruleRow.tsx";

interface Row {
  readonly key: number;
  readonly typed: RuleTyped;
}

const NOTHING: RuleTyped = { option: "home", currency: "", price: "", freeFrom: "", kilograms: "" };

/** The ways of delivery in one country. Saved, they take the place of those it had. */
export function CountryForm(props: {
  /** Empty for a country that has none yet. */
  readonly country: string;
  readonly rules: readonly Rule[];
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const { rules, onDone, onClose } = props;
  const [country, setCountry] = useState(props.country);
  const typed = rules.length === 0 ? [NOTHING] : rules.map(typedOf);
  const [rows, setRows] = useState<readonly Row[]>(typed.map((one, key) => ({ key, typed: one })));
  const [fault, setFault] = useState<{ readonly key: number; readonly box: RuleFault }>();
  const announce = useAnnounce();
  const saving = useAct(client.setDeliveryRules, async () => {
    announce(words.saved(country.toUpperCase()));
    await onDone();
  });
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = rows.map((row) => ({ key: row.key, rule: readRule(row.typed) }));
    const wrong = read.flatMap(({ key, rule }) => (typeof rule === "string" ? [{ key, box: rule }] : []))[0];
    setFault(wrong);
    if (wrong === undefined) {
      const rulesRead = read.flatMap(({ rule }) => (typeof rule === "string" ? [] : [rule]));
      saving.perform({ country: country.trim().toUpperCase(), rules: rulesRead });
    }
  };
  const nextKey = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  const setRow = (key: number, next: RuleTyped) =>
    setRows(rows.map((row) => (row.key === key ? { key, typed: next } : row)));
  return (
    <form className="form card" onSubmit={save} aria-label={words.ofCountry(country)}>
      <TextInput
        label={words.country}
        description={words.countryHint}
        pattern="[A-Za-z]{2}"
        maxLength={2}
        required
        readOnly={props.country !== ""}
        value={country}
        onChange={(event) => setCountry(event.currentTarget.value)}
      />
      {rows.map((row) => (
        <RuleRow
          key={row.key}
          typed={row.typed}
          fault={fault?.key === row.key ? fault.box : undefined}
          onChange={(next) => setRow(row.key, next)}
          onRemove={() => setRows(rows.filter(({ key }) => key !== row.key))}
        />
      ))}
      <div className="row">
        <Button type="submit" loading={saving.pending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={() => setRows([...rows, { key: nextKey, typed: NOTHING }])}>
          {words.addWay}
        </Button>
        <Button variant="default" onClick={onClose}>
          {en.shell.close}
        </Button>
      </div>
      {saving.problem === undefined ? null : <ProblemCard problem={saving.problem} />}
    </form>
  );
}
