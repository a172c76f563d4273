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
import { supply as words } from "../words/en/supply.ts";
import { SupplierForm } from "./supplierForm.tsx";
import { SupplyNav } from "./supplyNav.tsx";
import { type Supplier, supplyQueries } from "./supplyQueries.ts";

const text = (id: keyof Supplier, head: string): Column<Supplier> => ({
  ...{ id, head },
  value: (row) => row[id] ?? undefined,
  cell: (row) => row[id],
});

const columns: readonly Column<Supplier>[] = [
  text("supplier", words.supplier),
  text("name", words.name),
  text("country", words.country),
  text("email", words.email),
  text("zone", words.zone),
  text("cutOff", words.cutOff),
];

/** Who sends us goods. */
export function SuppliersPage() {
  const { search, onFilter } = useListSearch();
  const { q, after } = search;
  const filter = { ...(q && { search: q }) };
  const query = useQuery(supplyQueries.suppliers({ limit: 100, ...filter, ...(after && { after }) }));
  /** The supplier that is changed; null is a new one. */
  const [edited, setEdited] = useState<Supplier | null>();
  const { role } = useRole();
  const rows = query.data?.data ?? [];
  const edit: Column<Supplier> = {
    ...{ id: "edit", head: words.edit, unsorted: true },
    value: () => undefined,
    cell: (supplier) => (
      <button
        type="button"
        className="text-button"
        aria-label={words.editOf(supplier.name)}
        onClick={() => setEdited(supplier)}
      >
        {words.edit}
      </button>
    ),
  };
  return (
    <div className="page">
      <PageHead
        title={words.suppliersTitle}
        actions={
          <>
            <CsvButton
              name="suppliers"
              columns={columns}
              rows={() => everyRow(client.listSuppliers, filter)}
              empty={rows.length === 0}
            />
            {edited !== undefined || role !== "manager" ? null : (
              <Button onClick={() => setEdited(null)}>{words.add}</Button>
            )}
          </>
        }
      />
      <SupplyNav />
      {edited === undefined ? null : (
        <SupplierForm key={edited?.supplier ?? ""} supplier={edited} onClose={() => setEdited(undefined)} />
      )}
      <div className="filters">
        <TextInput
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          defaultValue={q}
          onChange={(event) => onFilter({ q: event.currentTarget.value || undefined })}
        />
      </div>
      <Listing
        label={words.suppliersTitle}
        query={query}
        columns={role === "manager" ? [...columns, edit] : columns}
        rows={rows}
        rowKey={({ supplier }) => supplier}
        empty={<EmptyState says={q === undefined ? words.suppliersEmpty : words.suppliersNone} />}
      />
    </div>
  );
}
