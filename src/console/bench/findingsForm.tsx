import { NativeSelect, TextInput } from "@mantine/core";
import type { Claim, Findings } from "../../client/index.ts";
import { useArrows } from "../parts/useArrows.ts";
import { en } from "../words/en.ts";
import { CheckRow } from "./checkRow.tsx";
import { CodesFound } from "./codesFound.tsx";
import { checks, type Draft, isPriceClear } from "./draft.ts";
import { FurtherFindings } from "./furtherFindings.tsx";
import { PartsFound } from "./partsFound.tsx";

const words = en.bench;
const optionsOf = (named: Readonly<Record<string, string>>) =>
  Object.entries(named).map(([value, label]) => ({ value, label }));

/** The findings, one row each. What the owner told stands until the bench says otherwise. */
export function FindingsForm(props: {
  readonly claim: Claim;
  readonly series: string;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}) {
  const { claim, series, draft, onChange } = props;
  useArrows(".check input:checked");
  const told = claim.incident as {
    readonly cause: keyof typeof en.field.causes;
    readonly lost?: string;
    readonly parts?: readonly string[];
  };
  const lost = en.field.loss[(told.lost ?? "none") as keyof typeof en.field.loss];
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const isOne = draft.further.length === 0;
  return (
    <div className="findings">
      {isOne ? null : (
        <>
          <h3>{words.further.first}</h3>
          <p className="muted">{words.further.firstHint}</p>
        </>
      )}
      <div className="findings-told">
        <NativeSelect
          label={words.cause}
          value={draft.cause ?? ""}
          data={[
            { value: "", label: `${en.field.causes[told.cause]} (${words.asTold})` },
            ...optionsOf(en.field.causes),
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({ cause: (value || undefined) as Findings["cause"] })
          }
        />
        <NativeSelect
          label={words.lost}
          value={draft.lost ?? ""}
          data={[{ value: "", label: `${lost} (${words.asTold})` }, ...optionsOf(en.field.loss)]}
          onChange={({ currentTarget: { value } }) =>
            change({ lost: (value || undefined) as Findings["lost"] })
          }
        />
      </div>
      <CodesFound series={series} draft={draft} onChange={change} />
      <p className="muted">{words.findingsHint}</p>
      <div className="checks">
        {checks.map((check, index) => (
          <CheckRow
            key={check}
            name={check}
            label={words.checks[check]}
            value={draft.checks[check]}
            autoFocus={index === 0}
            onChange={(value) => change({ checks: withCheck(draft.checks, check, value) })}
          />
        ))}
      </div>
      <PartsFound parts={draft.parts} told={told.parts ?? []} onChange={change} />
      <FurtherFindings draft={draft} onChange={onChange} />
      <div className="findings-told">
        <TextInput
          label={words.repairPrice(claim.currency)}
          description={words.repairPriceHint}
          inputMode="decimal"
          maxLength={16}
          className="number-input"
          value={draft.price}
          error={isPriceClear(draft, claim.currency) ? undefined : words.repairPriceWrong}
          onChange={(event) => change({ price: event.currentTarget.value })}
        />
        <TextInput
          label={words.warrantyEnds}
          type="date"
          value={draft.warrantyEnds}
          onChange={(event) => change({ warrantyEnds: event.currentTarget.value })}
        />
      </div>
    </div>
  );
}

function withCheck(
  all: Draft["checks"],
  check: keyof Draft["checks"],
  value: boolean | undefined,
): Draft["checks"] {
  const { [check]: _, ...others } = all;
  return value === undefined ? others : { ...others, [check]: value };
}
