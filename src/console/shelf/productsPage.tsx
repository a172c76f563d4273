import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { CsvButton, EmptyState, Listing, PageHead, useListSearch, useRole } from "../parts/index.ts";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { shelf as words } from "../words/en/shelf.ts";
import { NewProductForm } from "./newProductForm.tsx";
import { productColumns } from "./productColumns.tsx";
import { shelfQueries } from "./shelfQueries.ts";

const choices = (names: Readonly<Record<string, string>>) => [
  { value: "", label: words.all },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];

/** Every product, on the shelf and off it, found and narrowed. */
export function ProductsPage() {
  const { search, onFilter } = useListSearch();
  const { q, kind, listed, supplier, after } = search;
  const filter = {
    ...(q && { search: q }),
    ...(kind && { kind: kind as "plan" | "goods" }),
    ...(listed && { listed: listed === "true" }),
    ...(supplier && { supplier }),
  };
  const query = useQuery(shelfQueries.products({ limit: 100, ...filter, ...(after && { after }) }));
  const [adds, setAdds] = useState(false);
  const { role } = useRole();
  const rows = query.data?.data ?? [];
  const isNarrowed = Object.keys(filter).length > 0;
  const ask = (question: CommandOf<"listKeptProducts">) => client.listKeptProducts(question);
  return (
    <div className="page">
      <PageHead
        title={words.productsTitle}
        actions={
          <>
            <CsvButton
              name="products"
              columns={productColumns}
              rows={() => everyRow(ask, filter)}
              empty={rows.length === 0}
            />
            <a className="button" href="/v1/products.csv" download>
              {words.wholeFile}
            </a>
            {adds || role !== "manager" ? null : <Button onClick={() => setAdds(true)}>{words.add}</Button>}
          </>
        }
      />
      <SupplyNav />
      {adds ? <NewProductForm onClose={() => setAdds(false)} /> : null}
      <div className="filters">
        <TextInput
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          defaultValue={q}
          onChange={(event) => onFilter({ q: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          aria-label={words.kind}
          value={kind ?? ""}
          data={choices(words.kindFilters)}
          onChange={(event) => onFilter({ kind: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          aria-label={words.listed}
          value={listed ?? ""}
          data={choices(words.listedFilters)}
          onChange={(event) => onFilter({ listed: event.currentTarget.value || undefined })}
        />
      </div>
      <Listing
        label={words.productsTitle}
        query={query}
        columns={productColumns}
        rows={rows}
        rowKey={({ sku }) => sku}
        empty={<EmptyState says={isNarrowed ? words.productsNone : words.productsEmpty} />}
      />
    </div>
  );
}
