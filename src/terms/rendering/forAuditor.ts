import type { ClauseText } from "../document.ts";
import type { Supplier } from "../factTypes.ts";
import type { LayerUsed, Reason, Receipt, Verdict } from "../receipt.ts";
import type { Terms } from "../terms.ts";
import { vocabulary } from "../vocabulary.ts";
import { en } from "./en.ts";
import { type CardLine, forStaff } from "./forStaff.ts";
import type { ReceiptWords } from "./words.ts";

/** Everything a receipt rests on. */
export interface AuditRecord {
  /** Whether these terms are the document that the receipt was made by, with all that was laid over it. */
  readonly isSameDocument: boolean;
  readonly versions: readonly CardLine[];
  readonly card: readonly CardLine[];
  /** Every fact a clause looked at, as it was given. */
  readonly facts: readonly AuditedFact[];
  readonly clauses: readonly AuditedClause[];
}

export interface AuditedFact {
  readonly fact: string;
  readonly label: string;
  readonly supplier: Supplier | undefined;
  readonly value: unknown;
}

/** A clause with its whole text, where it comes from, what was settled about it, and its part here. */
export interface AuditedClause {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  /** The customer's text without its markup. */
  readonly text: string;
  readonly html: string;
  readonly source: string | null;
  readonly settled: readonly string[];
  readonly verdicts: readonly { readonly side: "because" | "against"; readonly verdict: Verdict }[];
  readonly detail: Reason["detail"];
}

export function forAuditor(receipt: Receipt, terms: Terms, words: ReceiptWords = en): AuditRecord {
  const texts = new Map(terms.clauses.map((clause) => [clause.id, clause]));
  return {
    isSameDocument: isSameDocument(receipt, terms),
    versions: versionsIn(receipt, words),
    card: forStaff(receipt, words),
    facts: factsIn(receipt),
    clauses: clausesIn(receipt).map((id) => audited(id, texts.get(id), receipt)),
  };
}

/** Receipts of the first engines say no layer's hash: there the names must do. */
function isSameDocument({ terms: named }: Receipt, { hash, layers }: Terms): boolean {
  if (named.hash !== hash) {
    return false;
  }
  if (named.layers !== undefined) {
    return hashesOf(named.layers) === hashesOf(layers);
  }
  const names = [...named.overlays, ...(named.annexes ?? [])];
  return names.join() === layers.map(({ name }) => name).join();
}

const hashesOf = (layers: readonly LayerUsed[]): string => layers.map(({ hash }) => hash).join();

function versionsIn({ terms }: Receipt, { card }: ReceiptWords): readonly CardLine[] {
  const lines: readonly (readonly [string, string | undefined])[] = [
    [card.terms, `${terms.programme} ${terms.version}`],
    [card.hash, terms.hash],
    [card.overlays, terms.overlays.join(", ")],
    [card.annexes, terms.annexes?.join(", ")],
    ...(terms.layers ?? []).map(
      ({ name, version, hash }) => [card.hash, `${name} ${version} ${hash}`] as const,
    ),
    [card.contract, terms.contract && `${terms.contract.version} ${terms.contract.hash}`],
    [card.engine, terms.engine],
    [card.vocabulary, terms.vocabulary],
    [card.tz, terms.tz],
  ];
  return lines.flatMap(([label, value]) => (value === undefined || value === "" ? [] : [{ label, value }]));
}

function factsIn({ because, against }: Receipt): readonly AuditedFact[] {
  const found = new Map<string, unknown>();
  for (const [fact, value] of [...because, ...against].flatMap(({ facts }) => Object.entries(facts))) {
    found.set(fact, value);
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([fact, value]) => {
      const info = vocabulary.get(fact);
      return { fact, label: info?.label ?? fact, supplier: info?.supplier, value };
    });
}

/** Every clause the receipt names, wherever it does, in the order it does. */
function clausesIn(receipt: Receipt): readonly string[] {
  const { because, against, deadlines, doors, fee, hold, refund } = receipt;
  const single = [fee, hold, refund].flatMap((each) => (each ? [each] : []));
  const all = [...against, ...because, ...single, ...(refund?.others ?? []), ...deadlines, ...doors];
  return [...new Set(all.map(({ clause }) => clause))];
}

function audited(id: string, text: ClauseText | undefined, { because, against }: Receipt): AuditedClause {
  const of = ({ clause }: Reason): boolean => clause === id;
  const sides = [
    ...against.filter(of).map(({ verdict }) => ({ side: "against" as const, verdict })),
    ...because.filter(of).map(({ verdict }) => ({ side: "because" as const, verdict })),
  ];
  return {
    id,
    number: text?.number ?? "",
    title: text?.title ?? "",
    text: plainText(text?.html ?? ""),
    html: text?.html ?? "",
    source: text?.source ?? null,
    settled: text?.settled ?? [],
    verdicts: sides,
    detail: [...against, ...because].find(of)?.detail,
  };
}

const plainText = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replaceAll(/\s+/g, " ")
    .trim();
