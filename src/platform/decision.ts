import assert from "node:assert/strict";

/** What a `decide` answers: the business says yes with a value, or no with a refusal. Never an exception. */
export type Decision<Accepted> =
  | { readonly accepted: Accepted; readonly refused?: undefined }
  | { readonly accepted?: undefined; readonly refused: Refusal };

/**
 * A business "no": a snake_case statement of fact, a sentence for people, and the way on.
 * `receipt` is the terms engine's receipt when the terms said it.
 */
export interface Refusal {
  readonly code: string;
  readonly says: string;
  readonly next: string;
  readonly receipt?: unknown;
}

/** Sentences of the refusals a module can speak, by code. */
export type RefusalTexts = Readonly<Record<string, { readonly says: string; readonly next: string }>>;

/** The decision that says yes. */
export function accepted<Accepted>(value: Accepted): Decision<Accepted> {
  return { accepted: value };
}

/**
 * Makes the `refuse` of a module from its texts, so that only listed codes can be refused with.
 *
 *     export const refuse = refusals({ code_unknown: { says: "...", next: "..." } });
 *     return refuse("code_unknown");
 */
export function refusals<Texts extends RefusalTexts>(texts: Texts): Refuse<keyof Texts & string> {
  for (const [code, text] of Object.entries(texts)) {
    // A caller who reads a code must know what is meant: one code, one meaning, in all modules.
    assert(spoken[code] === undefined || spoken[code] === text, `two modules refuse with ${code}`);
    spoken[code] = text;
  }
  return (code, extra) => ({ refused: { code, ...(texts[code] as Texts[keyof Texts]), ...extra } });
}

const spoken: Record<string, { readonly says: string; readonly next: string }> = {};

/** Every refusal any module can speak, by code: the reference of the API lists them. */
export function allRefusals(): RefusalTexts {
  return spoken;
}

/** Speaks one refusal; `extra` replaces the sentence or adds the receipt. */
export type Refuse<Code extends string> = (
  code: Code,
  extra?: { readonly receipt?: unknown; readonly says?: string; readonly next?: string },
) => { readonly accepted?: undefined; readonly refused: Refusal };
