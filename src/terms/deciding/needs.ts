import type { Context } from "../compiling/context.ts";
import type { Facts } from "../facts.ts";
import type { Outcome } from "../receipt.ts";
import type { Program } from "./program.ts";

export class Inquiry {
  constructor(_program: Program, _context: Context) {}
  outcome(_facts: Facts): Outcome | undefined {
    return undefined;
  }
  ask(_facts: Facts): { outcome: Outcome | undefined; needs: readonly string[] } {
    return { outcome: undefined, needs: [] };
  }
}
