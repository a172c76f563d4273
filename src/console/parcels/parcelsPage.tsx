import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { CommandOf } from "../../client/index.ts";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { CsvButton, EmptyState, Listing, PageHead, useListSearch } from "../parts/index.ts";
import { SupplyNav } from "../supply/supplyNav.tsx";
import { parcels as words } from "../words/en/parcels.ts";
import { parcelColumns } from "./parcelColumns.tsx";
import { parcelQueries } from "./parcelQueries.ts";

const views = Object.entries(words.views).map(([value, label]) => ({ value, label }));
const FIRST = "booked";

function filterOf(view: string, q: string | undefined): CommandOf<"listParcels"> {
  if (q !== undefined) {
    return { number: q };
  }
  if (view === "attention") {
    return { attention: true };
  }
  return view === "all" ? {} : { state: view as "booked" };
}

/** What is to be packed and handed over, first; a scanned label finds its parcel wherever it is. */
export function ParcelsPage() {
  const { search, onFilter } = useListSearch();
  const { view = FIRST, q, after } = search;
  const filter = filterOf(view, q);
  const query = useQuery(parcelQueries.parcels({ limit: 50, ...filter, ...(after && { after }) }));
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.title}
        actions={
          <CsvButton
            name="parcels"
            columns={parcelColumns}
            rows={() => everyRow(client.listParcels, filter)}
            empty={rows.length === 0}
          />
        }
      />
      <SupplyNav />
      <div className="filters">
        <NativeSelect
          aria-label={words.view}
          value={view}
          data={views}
          onChange={(event) => onFilter({ view: event.currentTarget.value })}
        />
        <TextInput
          type="search"
          aria-label={words.number}
          placeholder={words.numberHint}
          defaultValue={q}
          onChange={(event) => onFilter({ q: event.currentTarget.value || undefined })}
        />
      </div>
      {rows.length === 0 ? null : <p className="muted">{words.forGood}</p>}
      <Listing
        label={words.title}
        query={query}
        columns={parcelColumns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={view === "all" && q === undefined ? words.empty : words.none} />}
      />
    </div>
  );
}
