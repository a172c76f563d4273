import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import {
  ButtonLink,
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  useListSearch,
} from "../parts/index.ts";
import { pool as words } from "../words/en/pool.ts";
import { PoolFilters } from "./poolFilters.tsx";
import { PoolNav } from "./poolNav.tsx";
import { type Level, poolQueries } from "./poolQueries.ts";
import { useCentres } from "./useCentres.ts";

const there = "available,reserved,quarantined,triage,refurbishing";

/** How many units stand where; each number opens the units it counts. */
export function PoolPage() {
  const { search } = useListSearch();
  const { nameOf } = useCentres();
  const { model, region, grade, centre, after } = search;
  const filter = {
    ...(model && { model }),
    ...(region && { region }),
    ...(grade && { grade: grade as "new" }),
    ...(centre && { centre }),
  };
  const query = useQuery(poolQueries.stock({ limit: 200, ...filter, ...(after && { after }) }));
  const rows = query.data?.data ?? [];
  const columns = columnsOf(nameOf);
  return (
    <div className="page">
      <PageHead
        title={words.title}
        about={words.about}
        actions={
          <CsvButton
            name="stock"
            columns={columns}
            rows={() => everyRow(client.listStock, filter)}
            empty={rows.length === 0}
          />
        }
      />
      <PoolNav />
      <PoolFilters />
      <Listing
        label={words.title}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        empty={
          <EmptyState says={words.noStock}>
            <ButtonLink to="/pool/in">{words.takeIn}</ButtonLink>
          </EmptyState>
        }
      />
    </div>
  );
}

function keyOf({ model, region, grade, centre, shelf }: Level): string {
  return [model, region, grade, centre, shelf].join(" ");
}

function columnsOf(nameOf: (centre: string | undefined) => string): readonly Column<Level>[] {
  // The first link of a row opens with the whole row; the other number lies above it.
  const units = (level: Level, state: string, count: number, isFirst = false) => {
    const { model, region, grade, centre, shelf } = level;
    const search = { state, model, region, grade, ...(centre && { centre }), ...(shelf && { shelf }) };
    return (
      <Link
        {...(isFirst ? { className: "row-link" } : { style: { position: "relative", zIndex: 1 } })}
        to="/pool/units"
        search={search}
      >
        {count}
      </Link>
    );
  };
  return [
    { id: "model", head: words.model, value: ({ model }) => model, cell: ({ model }) => model },
    { id: "region", head: words.region, value: ({ region }) => region, cell: ({ region }) => region },
    {
      id: "grade",
      head: words.grade,
      value: ({ grade }) => words.grades[grade as "new"],
      cell: ({ grade }) => words.grades[grade as "new"],
    },
    {
      id: "centre",
      head: words.centre,
      value: ({ centre }) => nameOf(centre),
      cell: ({ centre }) => nameOf(centre),
      from: "tablet",
    },
    { id: "shelf", head: words.shelf, value: ({ shelf }) => shelf, cell: ({ shelf }) => shelf },
    {
      id: "level",
      head: words.level,
      numeric: true,
      value: ({ level }) => level,
      cell: (row) => units(row, there, row.level, true),
    },
    {
      id: "free",
      head: words.free,
      numeric: true,
      value: ({ free }) => free,
      cell: (row) => units(row, "available", row.free),
    },
  ];
}
