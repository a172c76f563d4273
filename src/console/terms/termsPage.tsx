import { NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { TermsPage as Terms } from "../../client/index.ts";
import { formatDay } from "../format/formatDate.ts";
import { EmptyState, PageHead } from "../parts/page.tsx";
import { Shown } from "../parts/shown.tsx";
import { useListSearch } from "../parts/useListSearch.ts";
import { queries } from "../queries.ts";
import { en } from "../words/en.ts";
import { ClauseText } from "./clauseText.tsx";

const words = en.desk;
type Clause = Terms["clauses"][number];

/** The terms in force: the text the customer reads, clause by clause, with the ids that receipts cite. */
export function TermsPage() {
  const { search, onFilter } = useListSearch();
  const products = useQuery(queries.products({ limit: 200, kind: "plan" }));
  const programmes = [...new Set(products.data?.data.flatMap(({ programme }) => programme ?? []))];
  const programme = search.programme ?? programmes[0];
  return (
    <div className="page">
      <PageHead title={words.termsTitle} />
      {programmes.length > 1 ? (
        <NativeSelect
          aria-label={words.termsTitle}
          value={programme}
          data={programmes}
          onChange={(event) => onFilter({ programme: event.currentTarget.value, clause: undefined })}
        />
      ) : null}
      {programme === undefined ? (
        <Shown query={products}>{() => <EmptyState says={words.noClause} />}</Shown>
      ) : (
        <TermsOf programme={programme} />
      )}
    </div>
  );
}

function TermsOf({ programme }: { readonly programme: string }) {
  const { search, onFilter } = useListSearch();
  const query = useQuery(queries.terms(programme));
  const asked = search.clause;
  const found = query.data !== undefined;
  useEffect(() => {
    if (found && asked !== undefined) {
      document.getElementById(`clause-${asked}`)?.scrollIntoView();
    }
  }, [found, asked]);
  return (
    <Shown query={query}>
      {(terms) => {
        const clauses = terms.clauses.filter((clause) => speaksOf(clause, search.q ?? ""));
        return (
          <>
            <p className="muted">
              {terms.title}. {words.termsMeta(terms.version, formatDay(terms.effectiveOn))}
            </p>
            <TextInput
              label={words.clauseFilter}
              placeholder={words.clauseHint}
              className="narrow-box"
              maxLength={80}
              value={search.q ?? ""}
              onChange={(event) => onFilter({ q: event.currentTarget.value || undefined })}
            />
            {clauses.length === 0 ? <EmptyState says={words.noClause} /> : null}
            <div className="clauses">
              {clauses.map((clause) => (
                <ClauseText key={clause.id} clause={clause} marked={clause.id === asked} />
              ))}
            </div>
          </>
        );
      }}
    </Shown>
  );
}

function speaksOf({ id, number, title, html }: Clause, text: string): boolean {
  const said = `${id} ${number} ${title} ${html.replaceAll(/<[^>]*>/g, " ")}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
