import { NativeSelect } from "@mantine/core";
import { money } from "../words/en/money.ts";

type Names = Readonly<Record<string, string>>;

interface FilterProps {
  readonly label: string;
  readonly names: Names;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A few views of a list, one of them chosen. Without `whole` one is always chosen. */
export function Chips(props: FilterProps & { readonly whole?: boolean }) {
  const { label, names, value, onChange, whole = true } = props;
  const choices = [...(whole ? [[undefined, money.all] as const] : []), ...Object.entries(names)];
  return (
    <fieldset className="filters plain-set" aria-label={label}>
      {choices.map(([name, says]) => (
        <button
          key={name ?? ""}
          type="button"
          className="chip"
          aria-pressed={value === name}
          onClick={() => onChange(name)}
        >
          {says}
        </button>
      ))}
    </fieldset>
  );
}

/** One of many, or any. */
export function Choose({ label, names, value, onChange }: FilterProps) {
  return (
    <NativeSelect
      aria-label={label}
      value={value ?? ""}
      data={[
        { value: "", label: `${label}: ${money.any.toLowerCase()}` },
        ...Object.entries(names).map(([name, says]) => ({ value: name, label: says })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}
