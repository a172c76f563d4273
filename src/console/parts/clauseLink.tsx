import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { queries } from "../queries.ts";

/** The version of the terms that a receipt was decided by. */
export interface DecidedBy {
  readonly programme: string;
  readonly version: string;
}

/** The clause a sentence rests on, by its number and title; by its id when the text is another version. */
export function ClauseLink(props: { readonly clause: string; readonly terms: DecidedBy | undefined }) {
  const { clause, terms } = props;
  const { data } = useQuery({ ...queries.terms(terms?.programme ?? ""), enabled: terms !== undefined });
  if (terms === undefined) {
    return <code className="clause">{clause}</code>;
  }
  const text = data?.version === terms.version ? data.clauses.find(({ id }) => id === clause) : undefined;
  return (
    <Link
      className={text === undefined ? "clause" : "clause titled"}
      title={clause}
      to="/terms"
      search={{ programme: terms.programme, clause }}
    >
      {text === undefined ? clause : `${text.number} ${text.title}`}
    </Link>
  );
}
