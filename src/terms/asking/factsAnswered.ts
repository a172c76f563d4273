import { withFact } from "../deciding/factSetting.ts";
import type { Decision } from "../document.ts";
import type { Facts } from "../facts.ts";
import { vocabulary } from "../vocabulary.ts";

/** A decision somebody asks for by filling in a form. */
export interface Question {
  readonly decision: Decision;
  /** What is known, or taken for granted, before anything is filled in. */
  readonly given: Facts;
  /** The facts that each field of the form tells. */
  readonly asks: Readonly<Record<string, readonly string[]>>;
  /** The fields on which all else hangs: before they are filled in, there is no end of what could be. */
  readonly first: readonly string[];
}

/** The first fields that are still empty: a question is asked when there are none. */
export const fieldsDue = (
  { first }: Question,
  answers: Readonly<Record<string, string>>,
): readonly string[] => first.filter((field) => (answers[field] ?? "").trim() === "");

/**
 * The facts of a form as far as it is filled in; what is empty, and a number that is none, is not told. `yes`
 * and `no` are as they say, lists are separated by commas.
 */
export function factsAnswered({ given, asks }: Question, answers: Readonly<Record<string, string>>): Facts {
  return Object.entries(asks).reduce((facts, [field, names]) => {
    return names.reduce((told, name) => {
      const value = toldBy(name, (answers[field] ?? "").trim());
      return value === undefined ? told : withFact(told, name, value);
    }, facts);
  }, given);
}

function toldBy(name: string, text: string): unknown {
  if (text === "") {
    return undefined;
  }
  switch (vocabulary.get(name)?.type) {
    case "yes-no":
      return text === "yes" || text === "no" ? text === "yes" : undefined;
    case "number":
    case "uses":
      return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    case "list":
      return text.split(",").map((word) => word.trim());
    default:
      return text;
  }
}
