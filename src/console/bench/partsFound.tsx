import { Checkbox } from "@mantine/core";
import type { Part } from "../../client/index.ts";
import { partNames } from "../case/story.tsx";
import { en } from "../words/en.ts";
import type { Draft } from "./draft.ts";

const everyPart = Object.entries(en.field.parts) as [Part, string][];

/** The parts that are damaged, where the bench sees others than the owner told. */
export function PartsFound(props: {
  /** Those that are ticked; undefined as long as the owner's word stands. */
  readonly parts: Draft["parts"];
  /** The parts the owner named; nobody has to name any. */
  readonly told: readonly string[];
  /** What still has to be done here. */
  readonly hint?: string | undefined;
  readonly onChange: (change: Pick<Draft, "parts">) => void;
}) {
  const { parts, told, hint, onChange } = props;
  const names = told.length > 0;
  const tick = (part: Part, on: boolean) =>
    onChange({ parts: on ? [...(parts ?? []), part] : parts?.filter((other) => other !== part) });
  return (
    <fieldset className="parts-found">
      <legend>{en.bench.partsHit}</legend>
      {hint === undefined ? null : <p className="muted">{hint}</p>}
      {names ? (
        <Checkbox
          label={en.bench.partsAsTold(partNames(told))}
          checked={parts === undefined}
          onChange={(event) => onChange({ parts: event.currentTarget.checked ? undefined : [] })}
        />
      ) : null}
      {parts === undefined && names
        ? null
        : everyPart.map(([part, label]) => (
            <Checkbox
              key={part}
              label={label}
              checked={parts?.includes(part) === true}
              onChange={(event) => tick(part, event.currentTarget.checked)}
            />
          ))}
    </fieldset>
  );
}
