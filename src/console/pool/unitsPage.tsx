import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatDay } from "../format/formatDate.ts";
import { formatSerial } from "../format/formatSerial.ts";
import { type Column, CsvButton, EmptyState, Listing, PageHead, useListSearch } from "../parts/index.ts";
import { pool as words } from "../words/en/pool.ts";
import { PoolFilters } from "./poolFilters.tsx";
import { PoolNav } from "./poolNav.tsx";
import { poolQueries, type Unit } from "./poolQueries.ts";
import { useCentres } from "./useCentres.ts";

const states = [
  { value: "", label: words.anyState },
  ...Object.entries(words.states).map(([value, label]) => ({ value, label })),
];

/** Every unit of the pool, and what was one. */
export function UnitsPage() {
  return <UnitList title={words.units} empty={words.noUnits} />;
}

/** What came in and waits for somebody to look through it. */
export function OldUnitsPage() {
  return (
    <UnitList
      title={words.old}
      about={words.oldAbout}
      only="quarantined,triage,refurbishing"
      empty={words.noOld}
    />
  );
}

function UnitList(props: {
  readonly title: string;
  readonly about?: string;
  /** The states the page is about; without it all, and one can be chosen. */
  readonly only?: string;
  readonly empty: string;
}) {
  const { title, about, only, empty } = props;
  const { search, onFilter } = useListSearch();
  const { nameOf } = useCentres();
  const filter = filterOf(search, only);
  const { after } = search;
  const query = useQuery(poolQueries.units({ limit: 50, ...filter, ...(after && { after }) }));
  const rows = query.data?.data ?? [];
  const columns = columnsOf(nameOf);
  // A place of the stock page names several states: what is shown then is "any".
  const state = states.some(({ value }) => value === search.state) ? search.state : "";
  return (
    <div className="page">
      <PageHead
        title={title}
        about={about}
        actions={
          <CsvButton
            name="spare-units"
            columns={columns}
            rows={() => everyRow(client.listUnits, filter)}
            empty={rows.length === 0}
          />
        }
      />
      <PoolNav />
      <div className="filters">
        <TextInput
          aria-label={words.partOfSerial}
          placeholder={words.partOfSerial}
          value={search.serial ?? ""}
          data-scan=""
          maxLength={40}
          onChange={(event) => onFilter({ serial: event.currentTarget.value.trim() || undefined })}
        />
        {only === undefined ? (
          <NativeSelect
            aria-label={words.state}
            value={state ?? ""}
            data={states}
            onChange={(event) => onFilter({ state: event.currentTarget.value || undefined })}
          />
        ) : null}
      </div>
      <PoolFilters />
      <Listing
        label={title}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ serial }) => serial}
        empty={<EmptyState says={empty} />}
      />
    </div>
  );
}

function filterOf(search: Readonly<Record<string, string | undefined>>, only: string | undefined) {
  const { model, region, grade, centre, shelf, serial, state } = search;
  const wanted = only ?? state;
  return {
    ...(wanted && { state: wanted }),
    ...(model && { model }),
    ...(region && { region }),
    ...(grade && { grade: grade as "new" }),
    ...(centre && { centre }),
    ...(shelf && { shelf }),
    ...(serial && { serial }),
  };
}

function columnsOf(nameOf: (centre: string | undefined) => string): readonly Column<Unit>[] {
  return [
    {
      id: "serial",
      head: words.serial,
      value: ({ serial }) => serial,
      cell: ({ serial }) => (
        <Link className="row-link" to="/pool/units/$serial" params={{ serial }}>
          {formatSerial(serial)}
        </Link>
      ),
    },
    { id: "model", head: words.model, value: ({ model }) => model, cell: ({ model }) => model },
    {
      id: "grade",
      head: words.grade,
      value: ({ grade }) => words.grades[grade],
      cell: ({ grade }) => words.grades[grade],
    },
    {
      id: "state",
      head: words.state,
      value: ({ state }) => words.states[state],
      cell: ({ state }) => words.states[state],
    },
    {
      id: "region",
      head: words.region,
      value: ({ region }) => region,
      cell: ({ region }) => region,
      from: "desk",
    },
    {
      id: "place",
      head: words.centre,
      value: ({ centre, shelf }) => `${nameOf(centre)} ${shelf}`,
      cell: ({ centre, shelf }) => `${nameOf(centre)} ${shelf}`,
      from: "tablet",
    },
    {
      id: "since",
      head: words.since,
      value: ({ cameAt }) => cameAt,
      cell: ({ cameAt }) => formatDay(cameAt),
      from: "desk",
    },
  ];
}
