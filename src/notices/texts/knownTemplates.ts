import { notFound } from "../../platform/index.ts";
import { mailings } from "../mailings.ts";
import { samples } from "../sampleLetters.ts";
import { ALWAYS, languages, valuesOf } from "./wording.ts";

/** Every letter there is, by name. */
export const templates: readonly string[] = [...new Set(mailings.map(({ template }) => template))].toSorted();

/** The names a letter can fill in; of one without a sample those of every letter. */
export function variablesOf(template: string): readonly string[] {
  const sample = samples[template];
  return sample === undefined ? ALWAYS : [...valuesOf(sample, "Ada", "Evermend").keys()];
}

/** Errors: Problem 404 for a letter or a language there is not. */
export function demandText(template: string, language: string): void {
  if (!templates.includes(template) || !languages.some((known) => known === language)) {
    throw notFound("text");
  }
}
