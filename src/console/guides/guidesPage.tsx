import { NativeSelect } from "@mantine/core";
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
  useRole,
} from "../parts/index.ts";
import { type Guide, reportQueries } from "../report/reportQueries.ts";
import { report as words } from "../words/en/report.ts";
import { en } from "../words/en.ts";

const titleOf = ({ texts }: Guide) => texts[0]?.title ?? "";
const aboutOf = ({ causes }: Guide) => causes.map((cause) => en.field.causes[cause]).join(", ");
const forOf = ({ models, series }: Guide) => [...models, ...series].join(", ") || words.everything;

const columns: readonly Column<Guide>[] = [
  {
    id: "title",
    head: words.guideTitle,
    value: titleOf,
    cell: (guide) => (
      <Link className="row-link" to="/guides/$id" params={{ id: guide.id }}>
        {titleOf(guide)}
      </Link>
    ),
  },
  { id: "about", head: words.about, value: aboutOf, cell: aboutOf },
  { id: "for", head: words.forWhat, value: forOf, cell: forOf },
  { id: "version", head: words.version, value: ({ version }) => version, cell: ({ version }) => version },
  {
    id: "state",
    head: words.state,
    value: ({ state }) => words.states[state],
    cell: ({ state }) => words.states[state],
  },
  { id: "solved", head: words.solved, value: ({ solved = 0 }) => solved, cell: ({ solved = 0 }) => solved },
  {
    id: "notSolved",
    head: words.notSolved,
    value: ({ notSolved = 0 }) => notSolved,
    cell: ({ notSolved = 0 }) => notSolved,
  },
];

const states = [{ value: "", label: words.allStates }, ...Object.entries(words.states).map(toOption)];
const causes = [{ value: "", label: words.allCauses }, ...Object.entries(en.field.causes).map(toOption)];

function toOption([value, label]: readonly [string, string]) {
  return { value, label };
}

/** What owners try before a case, version by version, and whether it helped. */
export function GuidesPage() {
  const { search, onFilter } = useListSearch();
  const { state, cause, after } = search;
  const filter = {
    ...(state && { state: state as Guide["state"] }),
    ...(cause && { cause: cause as Guide["causes"][number] }),
  };
  const query = useQuery(reportQueries.guides({ limit: 100, ...filter, ...(after && { after }) }));
  const rows = query.data?.data ?? [];
  const isWriter = useRole().role === "manager";
  const actions = (
    <>
      <CsvButton
        name="guides"
        columns={columns}
        rows={() => everyRow(client.listGuides, filter)}
        empty={rows.length === 0}
      />
      {isWriter ? (
        <ButtonLink to="/guides/new" primary>
          {words.addGuide}
        </ButtonLink>
      ) : null}
    </>
  );
  const isFiltered = state !== undefined || cause !== undefined;
  return (
    <div className="page">
      <PageHead title={words.guides} actions={actions} />
      <p>
        <Link to="/guides/answers">{words.answers}</Link>
      </p>
      <div className="filters">
        <NativeSelect
          aria-label={words.state}
          value={state ?? ""}
          data={states}
          onChange={({ currentTarget }) => onFilter({ state: currentTarget.value || undefined })}
        />
        <NativeSelect
          aria-label={words.about}
          value={cause ?? ""}
          data={causes}
          onChange={({ currentTarget }) => onFilter({ cause: currentTarget.value || undefined })}
        />
      </div>
      <Listing
        label={words.guides}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ id, version }) => `${id} ${version}`}
        empty={<EmptyState says={isFiltered ? words.noSuchGuides : words.noGuides} />}
      />
    </div>
  );
}
