import type { Context } from "../compiling/context.ts";
import { type CompiledHold, compileHolds, holdOf } from "../compiling/holds.ts";
import type { Outcome } from "../receipt.ts";
import { yes } from "../truth.ts";
import type { Case } from "./case.ts";
import type { Explanation, Program } from "./program.ts";
import { reasonOf } from "./reasons.ts";

/** Who gets the replacement before the old unit is back leaves a deposit, and is told so with the answer. */
export function withHold(program: Program, context: Context): Program {
  const holds = compileHolds(context);
  if (holds.length === 0) {
    return program;
  }
  const orders = new Map(context.document.clauses.map(({ id }, order) => [id, order]));
  const orderOf = ({ clause }: { readonly clause: string }): number => orders.get(clause) ?? 0;
  return {
    ...program,
    explain: (c, outcome, settled) => {
      const explained = program.explain(c, outcome, settled);
      const hold = isHeld(outcome) ? holds.find(({ applies }) => applies(c) === yes) : undefined;
      return hold === undefined ? explained : withDeposit(explained, hold, c, orderOf);
    },
  };
}

/** Paid repairs and repairs under warranty are not advanced. */
const isHeld = (outcome: Outcome): boolean => outcome === "plan" || outcome === "hold";

function withDeposit(
  explained: Explanation,
  hold: CompiledHold,
  c: Case,
  orderOf: (reason: { readonly clause: string }) => number,
): Explanation {
  const held = holdOf(hold, c);
  if (held === undefined) {
    return explained;
  }
  const because = [...explained.because, reasonOf(hold, "holds", c)];
  return { ...explained, because: because.sort((a, b) => orderOf(a) - orderOf(b)), hold: held };
}
