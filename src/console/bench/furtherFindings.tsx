import { Button, NativeSelect } from "@mantine/core";
import { useRef } from "react";
import type { Findings } from "../../client/index.ts";
import { en } from "../words/en.ts";
import { CheckRow } from "./checkRow.tsx";
import {
  type Draft,
  type FurtherCheck,
  type FurtherDraft,
  furtherChecks,
  MOST_FURTHER,
  withFinding,
} from "./draft.ts";
import { PartsFound } from "./partsFound.tsx";

const words = en.bench.further;
const optionsOf = (named: Readonly<Record<string, string>>) =>
  Object.entries(named).map(([value, label]) => ({ value, label }));

/** What else is the matter with the device: each with a cause and parts of its own. */
export function FurtherFindings(props: { readonly draft: Draft; readonly onChange: (draft: Draft) => void }) {
  const { draft, onChange } = props;
  const adding = useRef<HTMLButtonElement>(null);
  const { further } = draft;
  const change = (changed: FurtherDraft) =>
    onChange({ ...draft, further: further.map((each) => (each.key === changed.key ? changed : each)) });
  const remove = (key: number) => {
    onChange({ ...draft, further: further.filter((each) => each.key !== key) });
    adding.current?.focus();
  };
  return (
    <>
      {further.map((each, index) => (
        <OneFinding key={each.key} no={index + 2} finding={each} onChange={change} onRemove={remove} />
      ))}
      {further.length === MOST_FURTHER ? null : (
        <p className="add-finding">
          <Button
            ref={adding}
            variant="default"
            aria-describedby="add-finding-hint"
            onClick={() => onChange(withFinding(draft))}
          >
            {words.add}
          </Button>
          <span className="muted" id="add-finding-hint">
            {words.addHint}
          </span>
        </p>
      )}
    </>
  );
}

function OneFinding(props: {
  readonly no: number;
  readonly finding: FurtherDraft;
  readonly onChange: (finding: FurtherDraft) => void;
  readonly onRemove: (key: number) => void;
}) {
  const { no, finding, onChange, onRemove } = props;
  const change = (part: Partial<FurtherDraft>) => onChange({ ...finding, ...part });
  const title = `finding-${finding.key}`;
  return (
    <section className="further" aria-labelledby={title}>
      <h3 id={title}>{words.titled(no)}</h3>
      <div className="findings-told">
        <NativeSelect
          label={en.bench.cause}
          value={finding.cause ?? ""}
          data={[{ value: "", label: words.causeMissing }, ...optionsOf(en.field.causes)]}
          onChange={({ currentTarget: { value } }) =>
            change({ cause: (value || undefined) as Findings["cause"] })
          }
        />
        <NativeSelect
          label={en.bench.lost}
          value={finding.lost ?? "none"}
          data={optionsOf(en.field.loss)}
          onChange={({ currentTarget: { value } }) => change({ lost: value as Findings["lost"] })}
        />
      </div>
      <PartsFound
        parts={finding.parts}
        told={[]}
        hint={finding.parts.length === 0 ? words.partsMissing : undefined}
        onChange={({ parts }) => change({ parts: parts ?? [] })}
      />
      <div className="checks">
        {furtherChecks.map((check) => (
          <CheckRow
            key={check}
            name={`${title}-${check}`}
            label={en.bench.checks[check]}
            value={finding.checks[check]}
            autoFocus={false}
            onChange={(value) => change({ checks: withCheck(finding.checks, check, value) })}
          />
        ))}
      </div>
      <button type="button" className="text-button" onClick={() => onRemove(finding.key)}>
        {words.remove(no)}
      </button>
    </section>
  );
}

function withCheck(
  all: FurtherDraft["checks"],
  check: FurtherCheck,
  value: boolean | undefined,
): FurtherDraft["checks"] {
  const { [check]: _, ...others } = all;
  return value === undefined ? others : { ...others, [check]: value };
}
