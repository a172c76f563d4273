import type { Cited } from "../compiling/clauses.ts";
import type { Context } from "../compiling/context.ts";
import type { Facts } from "../facts.ts";
import type { Change, Outcome } from "../receipt.ts";
import type { Program } from "./program.ts";

export function findChanges(
  _program: Program,
  _outcome: Outcome,
  _blamed: readonly Cited[],
  _facts: Facts,
  _context: Context,
): Change[] {
  return [];
}
