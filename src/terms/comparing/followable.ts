import type { TermsDocument } from "../document.ts";
import type { Edit } from "./edits.ts";

/** Columns that say other facts: with them, what a case is known to be differs between the two documents. */
const telling: readonly string[] = ["series", "group", "date", "countries", "models"];

/**
 * Whether an edit leaves it to rules and figures what cases can be told apart by, so that a search may be
 * complete: the edit of a rule, or of a cell that is looked up. A row or a column that comes or goes, and the
 * front matter, change what there is to tell; then nobody can say that all was seen.
 */
export function isFollowable({ clause: id, field }: Edit, documents: readonly TermsDocument[]): boolean {
  const clauses = documents.flatMap((document) => document.clauses).filter((clause) => clause.id === id);
  const tables = clauses.flatMap((clause) => clause.tables);
  if (id === null) {
    return false;
  }
  const [, column] = /^(\S+) of /.exec(field) ?? [];
  const isOfRule = clauses.some(({ rule }) => rule !== null && field in rule);
  return tables.length === 0 || isOfRule || (column !== undefined && !telling.includes(column));
}
