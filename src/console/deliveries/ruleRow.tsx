import { Button, NativeSelect, TextInput } from "@mantine/core";
import { deliveries as words } from "../words/en/deliveries.ts";
import type { RuleFault, RuleTyped } from "./readRule.ts";

const faultWords = (fault: RuleFault, currency: string): string =>
  fault === "kilograms" ? words.wrongKilograms : words.wrongPrice(currency || words.currency);

/** The boxes of one way of delivery. */
export function RuleRow(props: {
  readonly typed: RuleTyped;
  readonly fault: RuleFault | undefined;
  readonly onChange: (typed: RuleTyped) => void;
  readonly onRemove: () => void;
}) {
  const { typed, fault, onChange, onRemove } = props;
  const box = (name: RuleFault, label: string) => ({
    ...{ label, value: typed[name], error: fault === name ? faultWords(name, typed.currency) : undefined },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      onChange({ ...typed, [name]: event.currentTarget.value }),
  });
  return (
    <fieldset className="row">
      <NativeSelect
        label={words.way}
        value={typed.option}
        data={Object.entries(words.ways).map(([value, label]) => ({ value, label }))}
        onChange={(event) => onChange({ ...typed, option: event.currentTarget.value as RuleTyped["option"] })}
      />
      <TextInput {...box("currency", words.currency)} pattern="[A-Za-z]{3}" maxLength={3} required />
      <TextInput {...box("price", words.price)} inputMode="decimal" required />
      <TextInput {...box("freeFrom", words.freeFrom)} description={words.freeFromHint} inputMode="decimal" />
      <TextInput {...box("kilograms", words.most)} description={words.mostHint} inputMode="numeric" />
      <Button variant="default" onClick={onRemove}>
        {words.remove}
      </Button>
    </fieldset>
  );
}
