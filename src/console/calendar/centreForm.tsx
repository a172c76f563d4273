import { Button, Checkbox, TextInput } from "@mantine/core";
import { ProblemCard } from "../parts/index.ts";
import { calendar as words } from "../words/en/calendar.ts";
import type { Centre } from "./calendarQueries.ts";
import { weekdays } from "./centreTold.ts";
import { type Field, RowList } from "./rowList.tsx";
import { type CentreForm as Form, useCentreForm } from "./useCentreForm.ts";

const exceptions: readonly Field<"on" | "name" | "openings">[] = [
  { name: "on", type: "date", required: true },
  { name: "name", required: true },
  { name: "openings" },
];
const benches: readonly Field<"no" | "name" | "models" | "series">[] = [
  { name: "no", type: "number", required: true },
  { name: "name", required: true },
  { name: "models" },
  { name: "series" },
];
const designations: readonly Field<"regions" | "models" | "priority">[] = [
  { name: "regions", required: true },
  { name: "models" },
  { name: "priority", type: "number", required: true },
];

/** Adds a centre, or changes one whole, over the version that was read. */
export function CentreForm(props: {
  readonly centre: Centre | undefined;
  readonly keeps: boolean;
  readonly onSaved: (id: string) => void;
  /** Reads what is there now, in place of what was typed. */
  readonly onReadAgain: () => void;
}) {
  const { centre, keeps, onSaved, onReadAgain } = props;
  const centreForm = useCentreForm(centre, onSaved);
  const { told, change, fault, save, saving, form } = centreForm;
  const { problem } = saving;
  return (
    <form className="form wide-form card" onSubmit={save} ref={form} aria-label={words.centre}>
      <fieldset className="form wide-form" disabled={!keeps}>
        <WhatItIs of={centreForm} isNew={centre === undefined} />
        <WhatItTakes of={centreForm} />
        <Hours of={centreForm} />
        <RowList
          {...{ list: "exceptions", fields: exceptions, rows: told.exceptions, fault }}
          onChange={(rows) => change({ exceptions: rows })}
        />
        <RowList
          {...{ list: "benches", fields: benches, rows: told.benches, fault }}
          onChange={(rows) => change({ benches: rows })}
        />
        <RowList
          {...{ list: "designations", fields: designations, rows: told.designations, fault }}
          onChange={(rows) => change({ designations: rows })}
        />
        <Slots of={centreForm} />
        {centre === undefined ? null : (
          <Checkbox
            label={words.closedBox}
            checked={told.closed}
            onChange={({ currentTarget: { checked } }) => change({ closed: checked })}
          />
        )}
        {keeps ? (
          <div className="row">
            <Button type="submit" loading={saving.pending}>
              {words.save}
            </Button>
          </div>
        ) : (
          <p className="muted">{words.notYours}</p>
        )}
      </fieldset>
      {problem === undefined ? null : (
        <ProblemCard problem={problem}>
          {problem.code === "centre_changed_meanwhile" ? (
            <Button variant="default" onClick={onReadAgain}>
              {words.readAgain}
            </Button>
          ) : null}
        </ProblemCard>
      )}
    </form>
  );
}

function WhatItIs({ of: { box }, isNew }: { readonly of: Form; readonly isNew: boolean }) {
  return (
    <>
      <h2>{words.whatItIs}</h2>
      <TextInput {...box("name", words.name)} required maxLength={120} autoFocus={isNew} />
      <TextInput {...box("line1", words.line1, "/address/line1")} required maxLength={120} />
      <TextInput {...box("line2", words.line2, "/address/line2")} maxLength={120} />
      <TextInput {...box("postcode", words.postcode, "/address/postcode")} required maxLength={16} />
      <TextInput {...box("city", words.city, "/address/city")} required maxLength={80} />
      <TextInput {...box("country", words.country)} required pattern="[A-Za-z]{2}" maxLength={2} />
      <TextInput {...box("zone", words.zone)} description={words.zoneHint} required maxLength={64} />
    </>
  );
}

const ways = ["parcel", "counter"] as const;

function WhatItTakes({ of: { box, told, change, fault } }: { readonly of: Form }) {
  const { channels } = told;
  return (
    <>
      <h2>{words.whatItTakes}</h2>
      <Checkbox.Group
        label={words.channelsLabel}
        value={[...channels]}
        error={fault("/channels")}
        onChange={(chosen) => change({ channels: ways.filter((way) => chosen.includes(way)) })}
      >
        <div className="row">
          {ways.map((way) => (
            <Checkbox key={way} value={way} label={words.channels[way]} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput {...box("regions", words.regions)} description={words.regionsHint} required />
      <TextInput {...box("models", words.models)} description={words.allHint} />
      <TextInput {...box("series", words.series)} description={words.allHint} />
    </>
  );
}

function Hours({ of: { box } }: { readonly of: Form }) {
  return (
    <>
      <h2>{words.hours}</h2>
      <p className="muted">{words.hoursHint}</p>
      {weekdays.map((day) => (
        <TextInput key={day} {...box(day, words.weekdays[day], `/hours/${day}`)} maxLength={120} />
      ))}
    </>
  );
}

function Slots({ of: { box } }: { readonly of: Form }) {
  const number = { type: "number", required: true } as const;
  return (
    <>
      <h2>{words.times}</h2>
      <TextInput {...box("slotMinutes", words.slotMinutes)} {...number} min={15} max={480} step={15} />
      <TextInput {...box("noticeMinutes", words.noticeMinutes)} {...number} min={0} max={20_160} />
      <TextInput {...box("aheadDays", words.aheadDays)} {...number} min={1} max={365} />
    </>
  );
}
