import type { CompileOptions } from "../compiling/compileTerms.ts";
import type { Clause, Table, TermsDocument } from "../document.ts";
import type { Place } from "../finding.ts";
import type { Rule } from "../rules.ts";
import {
  type Packed,
  type PackedClause,
  type PackedDocument,
  type PackedTable,
  packedForm,
} from "./packed.ts";

/** A version and what is laid over it: `compileTerms(document, layers)`. */
export interface UnpackedTerms {
  readonly document: TermsDocument;
  readonly layers: Pick<CompileOptions, "annexes" | "overlays">;
}

/**
 * What `packTerms` made, parsed again, for compiling. Undefined when it was packed in another form, as by a
 * newer server than the page came from.
 */
export function unpackTerms(json: unknown): UnpackedTerms | undefined {
  const { form, document, annexes, overlays } = json as Packed;
  if (form !== packedForm) {
    return undefined;
  }
  const layers = { annexes: annexes.map(unpackDocument), overlays: overlays.map(unpackDocument) };
  return { document: unpackDocument(document), layers };
}

/** A packed document has no lines. */
const nowhere: Place = { line: 1, column: 1 };

function unpackDocument({ hash, title, front, clauses: packed }: PackedDocument): TermsDocument {
  const clauses = packed.map(unpackClause);
  return {
    source: { file: `${front.terms}/${front.version}`, text: "" },
    hash,
    title,
    front: { ...front, regions: new Map(front.regions), applies: placed(front.applies) },
    sections: clauses,
    clauses,
    examples: [],
  };
}

function unpackClause({ id, number, title, level, says, tables, rule }: PackedClause): Clause {
  return {
    ...{ id, number, title, level, place: nowhere },
    prose: says === undefined ? [] : [{ type: "paragraph", children: [{ type: "text", value: says }] }],
    tables: tables.map((table) => unpackTable(table, id)),
    rule: rule === null ? null : unpackRule(rule),
    hasRule: rule !== null,
    source: null,
    settled: [],
    open: [],
  };
}

const unpackRule = ({ presume, ...rule }: NonNullable<PackedClause["rule"]>): Rule => ({
  ...placed(rule as Rule),
  presume: new Map(presume),
});

function unpackTable({ columns, keys, rows }: PackedTable, clause: string): Table {
  return {
    clause,
    place: nowhere,
    columns: columns.map((name, index) => ({ name, isKey: keys.includes(index), place: nowhere })),
    rows: rows.map((cells) => ({
      place: nowhere,
      cells: cells.map((text) => ({ text, place: nowhere })),
    })),
  };
}

/** The same with a place for each rule, test and reference in it, which are what has one. */
function placed<Value>(value: Value): Value {
  if (Array.isArray(value)) {
    return value.map(placed) as Value;
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const parts = Object.entries(value).map(([key, part]) => [key, placed(part)]);
  const place = "kind" in value || "column" in value ? { place: nowhere } : {};
  return { ...Object.fromEntries(parts), ...place };
}
