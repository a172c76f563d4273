import type { SealedCode } from "../../contracts/index.ts";
import { accepted, badField, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** What is known when codes of an order are to be mailed again. */
export interface ResendFacts {
  /** Those its buyer may see. */
  readonly codes: readonly (Pick<SealedCode, "state"> & { readonly id: string })[];
  /** The names of those that are meant; undefined means all that are unused. */
  readonly wanted: readonly string[] | undefined;
}

/** Which codes are mailed again: unused ones. Pure. Errors: Problem 400 for one of another order. */
export function decideResendCodes({ codes, wanted }: ResendFacts): Decision<readonly string[]> {
  const known = new Map(codes.map((code) => [code.id, code]));
  const stranger = wanted?.findIndex((id) => !known.has(id)) ?? -1;
  if (stranger >= 0) {
    throw badField(`/codes/${stranger}`, "code_not_of_order", "This is no code of this order.");
  }
  const meant = wanted === undefined ? codes : wanted.flatMap((id) => known.get(id) ?? []);
  const unused = meant.filter(({ state }) => state === "sold").map(({ id }) => id);
  const isAll = wanted === undefined || unused.length === wanted.length;
  return unused.length > 0 && isAll ? accepted(unused) : refuse("nothing_to_send");
}
