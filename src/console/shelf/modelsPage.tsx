import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import {
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  useListSearch,
  useRole,
} from "../parts/index.ts";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { shelf as words } from "../words/en/shelf.ts";
import { ModelForm } from "./modelForm.tsx";
import { type DeviceModel, shelfQueries } from "./shelfQueries.ts";

const text = (id: keyof DeviceModel, head: string, from?: "tablet" | "desk"): Column<DeviceModel> => ({
  ...{ id, head, ...(from && { from }) },
  value: (row) => row[id] ?? undefined,
  cell: (row) => row[id],
});
const columns: readonly Column<DeviceModel>[] = [
  text("model", words.model),
  text("name", words.name),
  text("maker", words.maker, "tablet"),
  text("series", words.series, "desk"),
  text("group", words.deviceGroup, "desk"),
  {
    id: "serialFormat",
    head: words.serialFormat,
    value: ({ serialFormat }) => serialFormat ?? undefined,
    cell: ({ serialFormat }) => (serialFormat === null ? null : <code>{serialFormat}</code>),
  },
];

/** Device models with the forms of their serials. */
export function ModelsPage() {
  const { search, onFilter } = useListSearch();
  const { q, after } = search;
  const filter = { ...(q && { search: q }) };
  const query = useQuery(shelfQueries.models({ limit: 100, ...filter, ...(after && { after }) }));
  /** The model that is changed; null is a new one. */
  const [edited, setEdited] = useState<DeviceModel | null>();
  const { role } = useRole();
  const mayEdit = role === "manager";
  const rows = query.data?.data ?? [];
  const editColumn: Column<DeviceModel> = {
    ...{ id: "edit", head: words.edit, unsorted: true },
    value: () => undefined,
    cell: (model) => (
      <button
        type="button"
        className="text-button"
        aria-label={words.editModel(model.name)}
        onClick={() => setEdited(model)}
      >
        {words.edit}
      </button>
    ),
  };
  return (
    <div className="page">
      <PageHead
        title={words.modelsTitle}
        actions={
          <>
            <CsvButton
              name="models"
              columns={columns}
              rows={() => everyRow(client.listModels, filter)}
              empty={rows.length === 0}
            />
            {edited !== undefined || !mayEdit ? null : (
              <Button onClick={() => setEdited(null)}>{words.addModel}</Button>
            )}
          </>
        }
      />
      <SupplyNav />
      {edited === undefined ? null : (
        <ModelForm key={edited?.model ?? ""} model={edited} onClose={() => setEdited(undefined)} />
      )}
      <div className="filters">
        <TextInput
          type="search"
          aria-label={words.findModel}
          placeholder={words.findModel}
          defaultValue={q}
          onChange={(event) => onFilter({ q: event.currentTarget.value || undefined })}
        />
      </div>
      <Listing
        label={words.modelsTitle}
        query={query}
        columns={mayEdit ? [...columns, editColumn] : columns}
        rows={rows}
        rowKey={({ model }) => model}
        empty={<EmptyState says={words.modelsNone} />}
      />
    </div>
  );
}
