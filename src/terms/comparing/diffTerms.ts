import { type CompileOptions, layOver } from "../compiling/compileTerms.ts";
import type { TermsDocument } from "../document.ts";
import type { Edit } from "./edits.ts";
import { editsBetween } from "./editsBetween.ts";
import { type EffectLayer, effectsOf } from "./effects.ts";
import { Judge } from "./judge.ts";
import { compareTexts, type TextLayer } from "./textChanges.ts";

/** An edit as it is told; the numbers are those a replay blames. */
export type DataChange = Omit<Edit, "apply">;

/** What differs between two versions, in three layers. */
export interface TermsDifference {
  readonly text: TextLayer;
  readonly data: readonly DataChange[];
  readonly effect: EffectLayer;
}

export interface DiffOptions {
  /** What is laid over each of the two. */
  readonly before?: CompileOptions;
  readonly after?: CompileOptions;
}

/**
 * What a customer reads differently, what the engine runs differently, and for which cases the answer is
 * another one.
 */
export function diffTerms(
  old: TermsDocument,
  now: TermsDocument,
  options: DiffOptions = {},
): TermsDifference {
  const before = layOver(old, options.before);
  const after = layOver(now, options.after);
  const edits = editsBetween(before.document, after.document);
  return {
    text: compareTexts(old, now),
    data: edits.map(({ apply: _, ...told }) => told),
    effect: effectsOf(
      new Judge(before.document, before.terms),
      new Judge(after.document, after.terms),
      edits,
    ),
  };
}
