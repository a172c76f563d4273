import { type KeyboardEvent, useEffect, useRef } from "react";
import { en } from "../words/en.ts";

const answers = [
  [true, en.bench.yes],
  [false, en.bench.no],
  [undefined, en.bench.unknown],
] as const;

/** A scanner's letters follow each other faster than anybody's fingers. */
const SCAN_PAUSE_MS = 40;

/**
 * One finding with its three answers. Y, N and space answer it from any of them,
 * unless they are the first letters of a scan: those are taken back.
 */
export function CheckRow(props: {
  readonly name: string;
  readonly label: string;
  readonly value: boolean | undefined;
  readonly autoFocus: boolean;
  readonly onChange: (value: boolean | undefined) => void;
}) {
  const { name, label, value, autoFocus, onChange } = props;
  const row = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (autoFocus) {
      row.current?.querySelector<HTMLElement>("input:checked")?.focus();
    }
  }, [autoFocus]);
  const answered = useRef<{ readonly at: number; readonly before: boolean | undefined }>(undefined);
  const answer = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const key = event.key.toLowerCase();
    const last = answered.current;
    const isBurst = last !== undefined && event.timeStamp - last.at < SCAN_PAUSE_MS;
    if (event.ctrlKey || event.metaKey || event.altKey || !["y", "n", " "].includes(key)) {
      if (isBurst && /^[\p{L}\p{N}]$/u.test(key)) {
        onChange(last.before);
      }
      return;
    }
    event.preventDefault();
    answered.current = { at: event.timeStamp, before: isBurst ? last.before : value };
    const given = { y: true, n: false }[key];
    onChange(given);
    focusAnswer(
      event.currentTarget,
      answers.findIndex(([known]) => known === given),
    );
  };
  return (
    <fieldset ref={row} className={`check ${String(value)}`} data-answers="yn" onKeyDown={answer}>
      <legend>{label}</legend>
      {answers.map(([known, word]) => (
        <label key={word}>
          <input
            type="radio"
            name={`check-${name}`}
            checked={value === known}
            onChange={() => onChange(known)}
          />
          <span>{word}</span>
        </label>
      ))}
    </fieldset>
  );
}

function focusAnswer(row: HTMLElement, index: number): void {
  row.querySelectorAll<HTMLElement>("input")[index]?.focus();
}
