import { Checkbox } from "@mantine/core";
import type { Part } from "../../client/index.ts";
import { en } from "../words/en.ts";
import type { Draft } from "./draft.ts";

const everyPart = Object.entries(en.field.parts) as [Part, string][];

/** The parts that are damaged, where the bench sees others than the owner told. */
export function PartsFound(props: {
  readonly draft: Draft;
  readonly onChange: (change: Pick<Draft, "parts">) => void;
}) {
  const { draft, onChange } = props;
  const { parts } = draft;
  const tick = (part: Part, on: boolean) =>
    onChange({ parts: on ? [...(parts ?? []), part] : (parts ?? []).filter((other) => other !== part) });
  return (
    <fieldset className="parts-found">
      <legend>{en.bench.partsHit}</legend>
      <Checkbox
        label={en.bench.partsAsTold}
        checked={parts === undefined}
        onChange={(event) => onChange({ parts: event.currentTarget.checked ? undefined : [] })}
      />
      {parts === undefined
        ? null
        : everyPart.map(([part, label]) => (
            <Checkbox
              key={part}
              label={label}
              checked={parts.includes(part)}
              onChange={(event) => tick(part, event.currentTarget.checked)}
            />
          ))}
    </fieldset>
  );
}
