import type { Code } from "./code.ts";
import { refuse } from "./refusals.ts";

/**
 * The "no" to a code that is of no use. Whatever is wrong with it is one answer to a stranger, but for a
 * disputed payment: whoever shows such a code was given it by who can settle that, for nobody guesses one.
 */
export function refuseCode(
  code: Pick<Code, "state" | "voidedFor"> | undefined,
  isCallersOwn: boolean,
): ReturnType<typeof refuse> {
  if (isCallersOwn) {
    return refuse("code_used");
  }
  return refuse(code?.state === "void" && code.voidedFor === "disputed" ? "code_disputed" : "code_refused");
}
