import type { Condition } from "../tests.ts";
import { factNamed } from "../vocabulary.ts";

/**
 * What a test comes to where its facts are told plainly: with this it surely holds. Where it is not so, the
 * test itself has to be asked. Of these a writer makes source.
 */
export type Plain =
  | {
      readonly kind: "word";
      readonly fact: string;
      readonly words: readonly string[];
      readonly isAmong: boolean;
    }
  | { readonly kind: "answer"; readonly fact: string; readonly isYes: boolean }
  | { readonly kind: "same"; readonly fact: string; readonly as: string }
  | { readonly kind: "in-period"; readonly fact: string }
  | { readonly kind: "some"; readonly of: readonly Plain[] };

/** Of a condition that is to hold, or not to; undefined for one with more to it. */
export function plainOf(condition: Condition | null, holds: boolean): Plain | undefined {
  if (condition?.kind !== "fact") {
    return undefined;
  }
  const { fact, is } = condition;
  switch (is.test) {
    case "one-of":
      return plainValues(fact, is.values, holds);
    case "same":
      return holds ? { kind: "same", fact, as: is.as } : undefined;
    case "in-period":
      return holds ? { kind: "in-period", fact } : undefined;
    default:
      return undefined;
  }
}

/** Of tests of which one is enough. */
export function plainOfSome(all: readonly (Plain | undefined)[]): Plain | undefined {
  const of = all.filter((each) => each !== undefined);
  return of.length === 0 ? undefined : { kind: "some", of };
}

function plainValues(fact: string, values: readonly unknown[], holds: boolean): Plain | undefined {
  if (factNamed(fact).type === "yes-no") {
    const [answer] = values;
    return values.length === 1 && typeof answer === "boolean"
      ? { kind: "answer", fact, isYes: answer === holds }
      : undefined;
  }
  const words = values.filter((value) => typeof value === "string");
  return words.length === values.length ? { kind: "word", fact, words, isAmong: holds } : undefined;
}
