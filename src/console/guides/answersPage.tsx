import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client } from "../client.ts";
import { everyRow } from "../everyRow.ts";
import { formatInstant } from "../format/formatDate.ts";
import {
  type Column,
  CsvButton,
  EmptyState,
  Listing,
  PageHead,
  Section,
  Shown,
  useListSearch,
} from "../parts/index.ts";
import { type CaseAnswer, reportQueries } from "../report/reportQueries.ts";
import { report as words } from "../words/en/report.ts";

const columns: readonly Column<CaseAnswer>[] = [
  {
    id: "case",
    head: words.case,
    value: ({ claimId }) => claimId,
    cell: ({ claimId }) => (
      <Link className="row-link" to="/cases/$id" params={{ id: claimId }}>
        {claimId}
      </Link>
    ),
  },
  {
    id: "answer",
    head: words.answer,
    value: ({ easy }) => words.easy[easy],
    cell: ({ easy }) => words.easy[easy],
  },
  {
    id: "centre",
    head: words.centre,
    value: ({ centre }) => centre ?? words.noCentre,
    cell: ({ centre }) => centre ?? words.noCentre,
  },
  {
    id: "day",
    head: words.day,
    value: ({ at }) => Date.parse(at),
    text: ({ at }) => at,
    cell: ({ at }) => formatInstant(at, "UTC"),
  },
];

const kinds = [
  { value: "", label: words.allAnswers },
  ...Object.entries(words.easy).map(([value, label]) => ({ value, label })),
];

/** Whether owners found their cases easy, and how many of each centre. */
export function AnswersPage() {
  const { search, onFilter } = useListSearch();
  const { easy, after } = search;
  const filter = { ...(easy && { easy: easy as CaseAnswer["easy"] }) };
  const query = useQuery(reportQueries.answers({ limit: 100, ...filter, ...(after && { after }) }));
  const counts = useQuery(reportQueries.counts());
  const rows = query.data?.data ?? [];
  const csv = (
    <CsvButton
      name="case-answers"
      columns={columns}
      rows={() => everyRow(client.listCaseAnswers, filter)}
      empty={rows.length === 0}
    />
  );
  return (
    <div className="page">
      <PageHead title={words.answers} actions={csv} />
      <Section title={words.byCentre}>
        <Shown query={counts}>
          {({ centres }) => (
            <ul className="plain-list">
              {centres.map(({ centreId, centre, yes, partly, no }) => (
                <li key={centreId ?? ""}>
                  {centre ?? words.noCentre}: {words.easy.yes} {yes}, {words.easy.partly} {partly},{" "}
                  {words.easy.no} {no}
                </li>
              ))}
            </ul>
          )}
        </Shown>
      </Section>
      <div className="filters">
        <NativeSelect
          aria-label={words.answer}
          value={easy ?? ""}
          data={kinds}
          onChange={({ currentTarget }) => onFilter({ easy: currentTarget.value || undefined })}
        />
      </div>
      <Listing
        label={words.answers}
        query={query}
        columns={columns}
        rows={rows}
        rowKey={({ claimId }) => claimId}
        empty={<EmptyState says={words.noAnswers} />}
      />
    </div>
  );
}
