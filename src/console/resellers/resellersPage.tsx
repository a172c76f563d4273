import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDay } from "../format/formatDate.ts";
import {
  Badge,
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  Money,
  PageHead,
  useListSearch,
  useRole,
} from "../parts/index.ts";
import { reseller as words } from "../words/en/reseller.ts";
import { ContractForm } from "./contractForm.tsx";
import { NEW_CONTRACT } from "./contractTold.ts";
import { type Reseller, resellerQueries } from "./resellerQueries.ts";
import { useResellerAct } from "./useResellerAct.ts";

const columns: readonly Column<Reseller>[] = [
  {
    id: "name",
    head: words.name,
    value: ({ name }) => name,
    cell: ({ id, name }) => (
      <Link className="row-link" to="/resellers/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.states[state],
    cell: ({ state }) => <Badge tone={state === "active" ? "ok" : "over"}>{words.states[state]}</Badge>,
  },
  { id: "country", head: words.country, value: (row) => row.country, cell: (row) => row.country },
  { id: "group", head: words.group, value: (row) => row.customerGroup, cell: (row) => row.customerGroup },
  {
    id: "credit",
    head: words.credit,
    numeric: true,
    value: ({ credit }) => credit.amount,
    sum: ({ credit }) => credit,
    cell: ({ credit }) => <Money of={credit} />,
  },
  {
    id: "ends",
    head: words.endsOn,
    value: ({ endsOn }) => endsOn ?? undefined,
    cell: ({ endsOn }) => (endsOn === null ? null : formatDay(endsOn)),
  },
];

/** Who sells our codes. */
export function ResellersPage() {
  const { search, onFilter } = useListSearch();
  const { q, after } = search;
  const state = search.state as Reseller["state"] | undefined;
  const filter = { ...(q && { search: q }), ...(state && { state }) };
  const query = useQuery(resellerQueries.list({ limit: 100, ...filter, ...(after && { after }) }));
  const [adds, setAdds] = useState(false);
  const { role } = useRole();
  const navigate = useNavigate();
  const adding = useResellerAct(
    client.addReseller,
    ({ name }) => words.added(name),
    ({ id }) => void navigate({ to: "/resellers/$id", params: { id } }),
  );
  const rows = query.data?.data ?? [];
  return (
    <div className="page">
      <PageHead
        title={words.title}
        actions={
          <>
            <CsvButton
              name="resellers"
              columns={columns}
              rows={() => everyRow(client.listResellers, filter)}
              empty={rows.length === 0}
            />
            {adds || role !== "manager" ? null : <Button onClick={() => setAdds(true)}>{words.add}</Button>}
          </>
        }
      />
      {adds ? (
        <ContractForm given={NEW_CONTRACT} acting={adding} label={words.add} onClose={() => setAdds(false)} />
      ) : null}
      <div className="filters">
        <TextInput
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          defaultValue={q}
          onChange={(event) => onFilter({ q: event.currentTarget.value || undefined })}
        />
        <NativeSelect
          aria-label={words.state}
          value={state ?? ""}
          data={[
            { value: "", label: words.all },
            ...Object.entries(words.states).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(event) => onFilter({ state: event.currentTarget.value || undefined })}
        />
      </div>
      <Listing
        label={words.title}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={<EmptyState says={q === undefined && state === undefined ? words.empty : words.none} />}
      />
    </div>
  );
}
