import { NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { readSerial } from "../format/formatSerial.ts";
import { useListSearch } from "../parts/useListSearch.ts";
import { en } from "../words/en.ts";

const channels = Object.entries(en.field.channels).map(([value, label]) => ({ value, label }));

/** Narrows the list by channel and by serial. Kept in the address. */
export function QueueFilters() {
  const { search, onFilter } = useListSearch();
  const [serial, setSerial] = useState(search.serial ?? "");
  const unclear = serial.trim() !== "" && readSerial(serial) === undefined;
  const apply = () => {
    if (!unclear && readSerial(serial) !== search.serial) {
      onFilter({ serial: readSerial(serial) });
    }
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    apply();
  };
  const filtered = search.channel !== undefined || search.serial !== undefined;
  return (
    <form className="filters" onSubmit={submit}>
      <NativeSelect
        aria-label={en.desk.channel}
        value={search.channel ?? ""}
        data={[{ value: "", label: en.desk.channelAll }, ...channels]}
        onChange={(event) => onFilter({ channel: event.currentTarget.value || undefined })}
      />
      <TextInput
        aria-label={en.desk.filter}
        placeholder={en.desk.filterHint}
        value={serial}
        onChange={(event) => setSerial(event.currentTarget.value)}
        onBlur={apply}
        error={unclear ? en.desk.filterUnclear : undefined}
        maxLength={40}
      />
      {filtered ? (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            setSerial("");
            onFilter({ channel: undefined, serial: undefined });
          }}
        >
          {en.desk.clear}
        </button>
      ) : null}
    </form>
  );
}
