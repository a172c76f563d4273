import { NativeSelect, TextInput } from "@mantine/core";
import { useListSearch } from "../parts/index.ts";
import { pool as words } from "../words/en/pool.ts";
import { useCentres } from "./useCentres.ts";

const grades = [
  { value: "", label: words.anyGrade },
  ...Object.entries(words.grades).map(([value, label]) => ({ value, label })),
];

/** What the lists of the pool are narrowed by. */
export function PoolFilters() {
  const { search, onFilter } = useListSearch();
  const { options } = useCentres();
  const text = (name: "model" | "region", label: string) => (
    <TextInput
      aria-label={label}
      placeholder={label}
      value={search[name] ?? ""}
      maxLength={60}
      onChange={(event) => onFilter({ [name]: event.currentTarget.value.trim() || undefined })}
    />
  );
  return (
    <div className="filters">
      {text("model", words.anyModel)}
      {text("region", words.anyRegion)}
      <NativeSelect
        aria-label={words.grade}
        value={search.grade ?? ""}
        data={grades}
        onChange={(event) => onFilter({ grade: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        aria-label={words.centre}
        value={search.centre ?? ""}
        data={[{ value: "", label: words.anyCentre }, ...options]}
        onChange={(event) => onFilter({ centre: event.currentTarget.value || undefined })}
      />
    </div>
  );
}
