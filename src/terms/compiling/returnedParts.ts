import type { Case } from "../deciding/case.ts";
import { isAbsent, isUnknown } from "../deciding/case.ts";
import { isReference, type ReturnRule } from "../rules.ts";
import { no, truthOf, unknown, yes } from "../truth.ts";
import type { Context, Test } from "./context.ts";
import { compileReference, type Looked } from "./references.ts";
import { isWordAmong } from "./wordLists.ts";

/** The parts a case must send back, and whether they are there. */
export interface ReturnedParts {
  readonly parts: Looked<readonly string[]>;
  readonly areAllThere: Test;
  /** Parts still to come; undefined while that cannot be said. */
  readonly missing: (c: Case) => readonly string[] | undefined;
  /** What is there and what is still to come. */
  readonly complete: (c: Case) => readonly string[] | undefined;
}

export function compileReturnedParts(rule: ReturnRule, context: Context): ReturnedParts {
  const { parts: listed } = rule;
  const parts: Looked<readonly string[]> = isReference(listed)
    ? compileReference(listed, (_, words) => words, context, rule.presume)
    : () => listed;
  const read = context.reader("claim.returnedParts", rule.presume);
  const missing = (c: Case): readonly string[] | undefined => {
    const required = parts(c);
    const returned = read(c);
    if (!required || isUnknown(returned)) {
      return undefined;
    }
    const there: readonly unknown[] = Array.isArray(returned) ? returned : [];
    return required.filter((part) => !there.includes(part));
  };
  const areAllThere: Test = (c) => {
    const returned = read(c);
    const required = parts(c);
    if (required === null) {
      return no;
    }
    if (required === undefined || isUnknown(returned)) {
      return unknown;
    }
    if (isAbsent(returned) || !Array.isArray(returned)) {
      return truthOf(required.length === 0);
    }
    for (let i = 0; i < required.length; i += 1) {
      if (!isWordAmong(required[i] as string, returned)) {
        return no;
      }
    }
    return yes;
  };
  const complete = (c: Case): readonly string[] | undefined => {
    const returned = read(c);
    const lacking = missing(c);
    return lacking && [...(Array.isArray(returned) ? returned : []), ...lacking];
  };
  return { parts, areAllThere, missing, complete };
}
