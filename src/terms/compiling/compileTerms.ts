import { createDecider } from "../deciding/decider.ts";
import type { TermsDocument } from "../document.ts";
import { engine } from "../engine.ts";
import { annexesOf, withAnnexes } from "../layering/withAnnexes.ts";
import { statutesOf, withStatutes } from "../layering/withStatutes.ts";
import { clauseTexts } from "../printing/printTerms.ts";
import type { LayerUsed, Receipt } from "../receipt.ts";
import type { Terms } from "../terms.ts";
import { createCatalogue } from "./catalogue.ts";
import { Context } from "./context.ts";
import type { Writer } from "./writtenOut.ts";

/** What is laid over a document before it is compiled; what `assemble` picks fits. */
export interface CompileOptions {
  /** Statutes; those the document names in `overlays` and that know its legal form are used. */
  readonly overlays?: readonly TermsDocument[];
  /** Annexes; those of this version are used. */
  readonly annexes?: readonly TermsDocument[];
  /** The version that binds the contract, where this one only judges what happened (`pickVersion`). */
  readonly contract?: TermsDocument;
  /** The version of the tz database the host has, for the receipt: `2026a`. */
  readonly tzdb?: string;
}

/** A document with all that is laid over it, and what its receipts say of it. */
export interface Laid {
  readonly document: TermsDocument;
  readonly terms: Receipt["terms"];
}

/** Lays annexes and statutes over a document. */
export function layOver(document: TermsDocument, options: CompileOptions = {}): Laid {
  const { front, hash } = document;
  const annexes = annexesOf(document, options.annexes ?? []);
  const statutes = statutesOf(document, options.overlays ?? []);
  const layers = [
    ...statutes.map((statute) => used("statute", statute.front.terms, statute)),
    ...annexes.map((annex) => used("annex", annex.front.version, annex)),
  ];
  const { contract } = options;
  const terms: Receipt["terms"] = {
    programme: front.terms,
    version: front.version,
    hash,
    overlays: statutes.map((statute) => statute.front.terms),
    ...(annexes.length === 0 ? {} : { annexes: annexes.map((annex) => annex.front.version) }),
    ...(layers.length === 0 ? {} : { layers }),
    ...(contract === undefined || contract.hash === hash
      ? {}
      : { contract: { version: contract.front.version, hash: contract.hash } }),
    ...(options.tzdb === undefined ? {} : { tz: options.tzdb }),
    engine,
    vocabulary: front.vocabulary,
  };
  return { document: withStatutes(withAnnexes(document, annexes), statutes), terms };
}

const used = (kind: LayerUsed["kind"], name: string, { front, hash }: TermsDocument): LayerUsed => ({
  kind,
  name,
  version: front.version,
  hash,
});

/** Compiles a document once; what comes back only decides, and is safe to share. */
export function compileTerms(document: TermsDocument, options: CompileOptions = {}, writer?: Writer): Terms {
  const { front, title } = document;
  const { document: layered, terms } = layOver(document, options);
  const context = new Context(layered, writer);
  return {
    programme: front.terms,
    version: front.version,
    hash: terms.hash,
    layers: terms.layers ?? [],
    status: front.status,
    language: front.language,
    title,
    regions: front.regions,
    clauses: clauseTexts(layered),
    ...createDecider(context, terms),
    ...createCatalogue(context),
  };
}
