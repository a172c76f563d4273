import { NativeSelect, TextInput } from "@mantine/core";
import { type SubmitEvent, useState } from "react";
import { plainSerial } from "../format/formatSerial.ts";
import { useListSearch } from "../parts/useListSearch.ts";
import { en } from "../words/en.ts";

const channels = Object.entries(en.field.channels).map(([value, label]) => ({ value, label }));

/** Narrows the list by channel and by serial. Kept in the address. */
export function QueueFilters() {
  const { search, onFilter } = useListSearch();
  const [serial, setSerial] = useState(search.serial ?? "");
  const apply = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onFilter({ serial: plainSerial(serial) || undefined });
  };
  const filtered = search.channel !== undefined || search.serial !== undefined;
  return (
    <form className="filters" onSubmit={apply}>
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
        onBlur={() => onFilter({ serial: plainSerial(serial) || undefined })}
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
