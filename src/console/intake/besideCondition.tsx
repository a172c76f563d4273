import { Checkbox, TextInput } from "@mantine/core";
import { intake } from "../words/en/intake.ts";
import type { Parcel } from "./parcel.ts";

/** What it weighs, and whether it looks as its owner told. */
export function BesideCondition(props: {
  readonly parcel: Parcel;
  readonly onChange: (part: Partial<Parcel>) => void;
}) {
  const { parcel, onChange } = props;
  return (
    <>
      <TextInput
        label={intake.weight}
        description={intake.weightHint}
        inputMode="numeric"
        maxLength={6}
        className="number-input"
        value={parcel.weight}
        onChange={(event) => onChange({ weight: event.currentTarget.value })}
      />
      <Checkbox
        label={intake.differs}
        checked={parcel.differs}
        onChange={(event) => onChange({ differs: event.currentTarget.checked })}
      />
    </>
  );
}
