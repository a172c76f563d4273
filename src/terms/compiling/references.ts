import { isAbsent, isUnknown } from "../deciding/case.ts";
import { isReference } from "../rules.ts";
import { keyOf, listIn } from "../tables.ts";
import type { Reference } from "../tests.ts";
import { factNamed } from "../vocabulary.ts";
import type { Context, ReadFact } from "./context.ts";
import { WordSet } from "./wordLists.ts";

/**
 * What a reference gives for a case; undefined while the fact it is looked up by is unknown, null when
 * there is no row.
 */
export type Looked<T> = (c: Parameters<ReadFact>[0]) => T | undefined | null;

/** `COLUMN of FACT` with its cells parsed once. */
export function compileReference<T>(
  reference: Reference,
  parse: (text: string, words: readonly string[]) => T,
  context: Context,
  presume: ReadonlyMap<string, unknown>,
): Looked<T> {
  const lookup = context.tables.lookup(keyOf(reference.of) ?? "", reference.column);
  const parsed = new Map(
    [...(lookup?.cells ?? [])].map(([key, cell]) => [key, parse(cell.text, listIn(cell))]),
  );
  const read = context.reader(reference.of, presume);
  // One case asks for the same row several times.
  let lastKey = "none";
  let last: T | null = null;
  return (c) => {
    const key = read(c);
    if (isUnknown(key)) {
      return undefined;
    }
    if (typeof key !== "string") {
      return null;
    }
    if (key !== lastKey) {
      lastKey = key;
      last = isAbsent(key) ? null : (parsed.get(key) ?? null);
    }
    return last;
  };
}

/** The members a column names, series resolved to models where the column lists models. */
export function compileMembers(
  reference: Reference,
  ofModels: boolean,
  context: Context,
  presume: ReadonlyMap<string, unknown>,
): Looked<WordSet> {
  const parse = (_: string, words: readonly string[]): WordSet =>
    new WordSet(ofModels ? context.tables.models(words) : words);
  return compileReference(reference, parse, context, presume);
}

/** A whole number in a column; `none` is nothing, `unlimited` has no end. */
export function compileCount(
  reference: Reference,
  context: Context,
  presume: ReadonlyMap<string, unknown>,
): Looked<number> {
  return compileReference(reference, countIn, context, presume);
}

export function countIn(text: string): number {
  if (text === "none") {
    return 0;
  }
  return text === "unlimited" ? Number.POSITIVE_INFINITY : Number(text);
}

/** Whether a fact is a model, or a list of models. */
export function isOfModels(fact: string): boolean {
  const { type, of } = factNamed(fact);
  return type === "model" || of === "model";
}

/** A value a rule gives for a product: its own, or the cell of the product's row. */
export function valueFor<T>(
  value: T | Reference,
  product: string,
  parse: (text: string) => T | undefined,
  context: Context,
): T | undefined {
  if (!isReference(value)) {
    return value as T;
  }
  const cell = context.tables.cell("product", product, value.column);
  return cell === undefined ? undefined : parse(cell.text);
}
