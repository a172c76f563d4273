import assert from "node:assert/strict";
import {
  assemble,
  compileTerms,
  type Layers,
  type PlanMoves,
  readTerms,
  type Terms,
  type TermsDocument,
} from "../terms/index.ts";
import { movesIn } from "./movesIn.ts";
import { planNames } from "./planNames.ts";
import type { TermsTexts } from "./termsVersion.ts";
import { type Wait, waitsIn } from "./waitsIn.ts";

/** A published document, ready to decide. */
export interface CompiledTerms {
  readonly terms: Terms;
  /** What they were compiled from. */
  readonly laid: Omit<Layers, "translations">;
  /** The clauses that say what is not covered, in their order. */
  readonly exclusions: readonly string[];
  /** What its plans are called, by product. */
  readonly names: ReadonlyMap<string, string>;
  /** How long owners are waited for. */
  readonly waits: readonly Wait[];
  /** When a plan moves to a unit that no clause of theirs gives. */
  readonly moves: PlanMoves | undefined;
}

const compiled = new Map<string, CompiledTerms>();

/**
 * Compiles a document once per process: its hash names its text for ever. `texts` are asked for only then,
 * by each who needs them on his own connection: waiting for another transaction's answer could wait on a
 * lock that waits for us.
 */
export async function compiledTerms(hash: string, texts: () => Promise<TermsTexts>): Promise<CompiledTerms> {
  const found = compiled.get(hash);
  if (found !== undefined) {
    return found;
  }
  const { source, layers } = await texts();
  const laid = layers.map((layer) => readKept(layer.hash, layer.source));
  const document = readKept(hash, source);
  return compileDocument(assemble([document, ...laid], document));
}

function readKept(hash: string, text: string): TermsDocument {
  const { document } = readTerms({ file: hash, text });
  assert(document !== undefined, `the published terms ${hash} cannot be read by this version of the engine`);
  return document;
}

/** Receipts name the tz database their days were counted with. */
const zonesOfHost = process.versions.tz === undefined ? {} : { tzdb: process.versions.tz };

const named = new Map<string, Terms>();

/**
 * A version as it judges what happened under a contract of another one: its receipts name both. Compiled once
 * per process and pair.
 */
export function judgingFor(
  { terms, laid: { base, ...layers } }: CompiledTerms,
  contract: CompiledTerms,
): Terms {
  const key = `${terms.hash} ${contract.terms.hash}`;
  const made =
    named.get(key) ?? compileTerms(base, { ...layers, contract: contract.laid.base, ...zonesOfHost });
  named.set(key, made);
  return made;
}

/** Compiles a document that was just read, with what is laid over it. */
export function compileDocument({ base, annexes, overlays }: Omit<Layers, "translations">): CompiledTerms {
  const found = compiled.get(base.hash);
  if (found !== undefined) {
    return found;
  }
  const terms = compileTerms(base, { annexes, overlays, ...zonesOfHost });
  const excluding = base.clauses.filter((clause) => clause.rule?.kind === "exclude");
  const exclusions = excluding.map((clause) => clause.id);
  const laid = { base, annexes, overlays };
  const read = { names: planNames(base), waits: waitsIn(base), moves: movesIn(base) };
  const made = { terms, laid, exclusions, ...read };
  compiled.set(terms.hash, made);
  return made;
}
