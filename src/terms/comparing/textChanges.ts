import type { Clause, TermsDocument } from "../document.ts";
import { wordsOf } from "../reading/wordsOf.ts";
import { sameValue } from "./plainValue.ts";

/** One change of what a customer reads, figures not filled in: a new figure is a change of the data. */
export interface TextChange {
  readonly clause: string;
  readonly change: "added" | "removed" | "reworded" | "retitled" | "renumbered";
  readonly before: string | null;
  readonly after: string | null;
}

/** An id that does not say the same as before: people and receipts cite clauses by it. */
export interface IdFinding {
  readonly code: "clause_id_changed" | "clause_id_reused";
  readonly clause: string;
  readonly was: string;
  readonly message: string;
}

export interface TextLayer {
  readonly changes: readonly TextChange[];
  readonly findings: readonly IdFinding[];
}

export function compareTexts(old: TermsDocument, now: TermsDocument): TextLayer {
  const before = new Map(old.clauses.map((clause) => [clause.id, clause]));
  const after = new Map(now.clauses.map((clause) => [clause.id, clause]));
  const added = now.clauses.filter(({ id }) => !before.has(id));
  const removed = old.clauses.filter(({ id }) => !after.has(id));
  const kept = now.clauses.filter(({ id }) => before.has(id));
  return {
    changes: [
      ...kept.flatMap((clause) => changesOf(before.get(clause.id) ?? clause, clause)),
      ...added.map((clause) => change(clause.id, "added", null, proseOf(clause))),
      ...removed.map((clause) => change(clause.id, "removed", proseOf(clause), null)),
    ],
    findings: [
      ...added.flatMap((clause) => idChanged(clause, removed)),
      ...kept.flatMap((clause) => idReused(before.get(clause.id) ?? clause, clause)),
    ],
  };
}

const change = (
  clause: string,
  name: TextChange["change"],
  before: string | null,
  after: string | null,
): TextChange => ({ clause, change: name, before, after });

function changesOf(old: Clause, now: Clause): TextChange[] {
  const rows: readonly [TextChange["change"], string, string][] = [
    ["retitled", old.title, now.title],
    ["renumbered", old.number, now.number],
    ["reworded", proseOf(old), proseOf(now)],
  ];
  return rows.filter(([, a, b]) => a !== b).map(([name, a, b]) => change(now.id, name, a, b));
}

/** The words of a clause; its tables are data. */
export const proseOf = ({ prose }: Clause): string =>
  prose
    .filter(({ type }) => type !== "table")
    .map((node) => wordsOf(node).replaceAll(/\s+/g, " ").trim())
    .join("\n");

/** The same rule or the same words under another id. */
function idChanged(clause: Clause, removed: readonly Clause[]): IdFinding[] {
  const twin = removed.find(
    (each) =>
      (each.rule !== null && sameValue(each.rule, clause.rule) && each.title === clause.title) ||
      (proseOf(each) !== "" && proseOf(each) === proseOf(clause)),
  );
  if (twin === undefined) {
    return [];
  }
  const message = `${clause.id} says what ${twin.id} said: keep the id, for receipts cite it.`;
  return [{ code: "clause_id_changed", clause: clause.id, was: twin.id, message }];
}

/** The id stands for another thing: another kind of rule under another title, in other words. */
function idReused(old: Clause, now: Clause): IdFinding[] {
  const isOther =
    (old.rule?.kind ?? null) !== (now.rule?.kind ?? null) &&
    old.title !== now.title &&
    proseOf(old) !== proseOf(now);
  if (!isOther) {
    return [];
  }
  const message = `${now.id} was "${old.title}" and is "${now.title}" now: give it an id of its own.`;
  return [{ code: "clause_id_reused", clause: now.id, was: old.id, message }];
}
