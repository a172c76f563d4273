import type { Clause, FrontMatter, Table, TermsDocument } from "../document.ts";
import { assemble } from "../layering/layers.ts";
import { wordsOf } from "../reading/wordsOf.ts";
import type { Rule } from "../rules.ts";
import {
  type Packed,
  type PackedClause,
  type PackedDocument,
  type PackedTable,
  packedForm,
} from "./packed.ts";

/**
 * A checked document as JSON that decides as the document does, with the annexes and statutes among its
 * siblings that belong to it. What nobody decides by stays behind: examples, places in the file, sources, and
 * of the prose all that receipts do not quote. An annex or a translation is packed as the version it is for.
 */
export function packTerms(document: TermsDocument, siblings: readonly TermsDocument[] = []): string {
  const { base, annexes, overlays } = assemble(siblings, document);
  const packed: Packed = {
    form: packedForm,
    document: packDocument(base),
    annexes: annexes.map(packDocument),
    overlays: overlays.filter((statute) => statute !== base).map(packDocument),
  };
  return JSON.stringify(packed, withoutPlaces);
}

/** Where something stands in its file; the name of no other thing in a document. */
const withoutPlaces = (key: string, value: unknown): unknown => (key === "place" ? undefined : value);

function packDocument({ hash, title, front, clauses }: TermsDocument): PackedDocument {
  return { hash, title, front: packFront(front), clauses: clauses.map(packClause) };
}

const packFront = (front: FrontMatter): PackedDocument["front"] => ({
  ...front,
  regions: [...front.regions],
});

function packClause({ id, number, title, level, prose, tables, rule }: Clause): PackedClause {
  const paragraph = prose.find((node) => node.type === "paragraph");
  return {
    ...{ id, number, title, level },
    ...(paragraph === undefined ? {} : { says: wordsOf(paragraph) }),
    tables: tables.map(packTable),
    rule: rule === null ? null : packRule(rule),
  };
}

function packRule({ presume, ...rule }: Rule): PackedClause["rule"] {
  return presume.size === 0 ? rule : { ...rule, presume: [...presume] };
}

const packTable = ({ columns, rows }: Table): PackedTable => ({
  columns: columns.map(({ name }) => name),
  keys: columns.flatMap(({ isKey }, index) => (isKey ? [index] : [])),
  rows: rows.map(({ cells }) => cells.map(({ text }) => text)),
});
