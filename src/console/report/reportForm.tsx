import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import type { ProblemError } from "../../client/index.ts";
import { report as words } from "../words/en/report.ts";
import { en } from "../words/en.ts";
import type { ReportTold } from "./reportTold.ts";

const listOf = (all: Readonly<Record<string, string>>) =>
  Object.entries(all).map(([value, label]) => ({ value, label }));
const choose = { value: "", label: words.choose };

type Change = (change: Partial<ReportTold>) => void;

/** The questions of a report on one page. */
export function ReportBoxes(props: {
  readonly told: ReportTold;
  readonly change: Change;
  /** What the device is made of. */
  readonly parts: readonly string[];
  readonly problem: ProblemError | undefined;
}) {
  const { told, change, parts, problem } = props;
  const partWords: Readonly<Record<string, string>> = en.field.parts;
  return (
    <>
      <NativeSelect
        label={words.what}
        required
        autoFocus
        value={told.cause}
        data={[choose, ...listOf(en.field.causes)]}
        error={problem?.faultAt("/incident/cause")}
        onChange={({ currentTarget }) => change({ cause: currentTarget.value })}
      />
      <When {...{ told, change, problem }} />
      <NativeSelect
        label={words.lost}
        value={told.lost}
        data={[choose, ...listOf(words.losses)]}
        onChange={({ currentTarget }) => change({ lost: currentTarget.value })}
      />
      {told.lost === "" || told.lost === "none" ? null : (
        <NativeSelect
          label={words.how}
          value={told.how}
          data={listOf(words.hows)}
          onChange={({ currentTarget }) => change({ how: currentTarget.value })}
        />
      )}
      {told.lost === "total" ? (
        <NativeSelect
          label={words.record}
          value={told.record}
          data={listOf(words.records)}
          onChange={({ currentTarget }) => change({ record: currentTarget.value })}
        />
      ) : null}
      <Checkbox.Group
        label={words.parts}
        value={[...told.parts]}
        onChange={(chosen) => change({ parts: parts.filter((part) => chosen.includes(part)) })}
      >
        <div className="row">
          {parts.map((part) => (
            <Checkbox key={part} value={part} label={partWords[part] ?? part} />
          ))}
        </div>
      </Checkbox.Group>
      <NativeSelect
        label={words.channel}
        value={told.channel}
        data={listOf(en.field.channels)}
        onChange={({ currentTarget }) => change({ channel: currentTarget.value as ReportTold["channel"] })}
      />
      <Address {...{ told, change, problem }} />
    </>
  );
}

type Boxes = {
  readonly told: ReportTold;
  readonly change: Change;
  readonly problem: ProblemError | undefined;
};

function When({ told, change, problem }: Boxes) {
  return (
    <div className="row">
      <TextInput
        label={words.when}
        type="date"
        required
        value={told.day}
        error={problem?.faultAt("/incident/at")}
        onChange={({ currentTarget }) => change({ day: currentTarget.value })}
      />
      <TextInput
        label={words.time}
        type="time"
        value={told.time}
        onChange={({ currentTarget }) => change({ time: currentTarget.value })}
      />
      <TextInput
        label={words.country}
        value={told.country}
        maxLength={2}
        error={problem?.faultAt("/incident/country")}
        onChange={({ currentTarget }) => change({ country: currentTarget.value.toUpperCase() })}
      />
    </div>
  );
}

const addressBoxes = [
  ["line1", 120],
  ["postcode", 16],
  ["city", 80],
  ["addressCountry", 2],
] as const;

function Address({ told, change, problem }: Boxes) {
  return (
    <fieldset className="form">
      <legend>{words.address}</legend>
      {addressBoxes.map(([name, maxLength]) => (
        <TextInput
          key={name}
          label={words[name]}
          value={told[name]}
          maxLength={maxLength}
          error={problem?.faultAt(`/address/${name === "addressCountry" ? "country" : name}`)}
          onChange={({ currentTarget: { value } }) =>
            change({ [name]: name === "addressCountry" ? value.toUpperCase() : value })
          }
        />
      ))}
    </fieldset>
  );
}
