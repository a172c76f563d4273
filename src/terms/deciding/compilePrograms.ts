import type { Context } from "../compiling/context.ts";
import type { Decision } from "../document.ts";
import { compileCoverage } from "./coverage.ts";
import { withHold } from "./coverageHold.ts";
import { compileGate } from "./gate.ts";
import type { Program } from "./program.ts";
import { compileRefundDecision } from "./refund.ts";
import { compileReturn } from "./return.ts";

/** Every decision of a document, compiled. */
export function compilePrograms(context: Context): Record<Decision, Program> {
  return {
    offer: compileGate("offer", context),
    activation: compileGate("activation", context),
    coverage: withHold(compileCoverage(context), context),
    renewal: compileGate("renewal", context),
    refund: compileRefundDecision(context),
    return: compileReturn(context),
    transfer: compileGate("transfer", context),
  };
}
