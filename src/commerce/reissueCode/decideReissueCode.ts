import type { NamedCode } from "../../contracts/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** What is known of a code that was lost, and of what was paid for it. The order is locked. */
export interface ReissueFacts {
  readonly at: Temporal.Instant;
  readonly code: Pick<
    NamedCode,
    "state" | "last4" | "voidedFor" | "replacedBy" | "deliveredAt" | "expiresAt"
  >;
  /** Of its sale; undefined where nothing was paid to us for it. */
  readonly sale: { readonly state: string; readonly isDisputed: boolean } | undefined;
}

/**
 * Whether a code may be issued anew: one that its buyer has and nobody used, or that was voided with its
 * batch; once, and while its money stands. Pure.
 */
export function decideReissueCode({ at, code, sale }: ReissueFacts): Decision<"lost" | "stolen"> {
  const { state, last4, voidedFor, replacedBy, deliveredAt, expiresAt } = code;
  if (state === "redeemed") {
    return refuse("code_has_contract", { says: `The code that ends in ${last4} is used.` });
  }
  const isStolen = state === "void" && voidedFor === "stolen" && replacedBy === null;
  const isOver = expiresAt !== null && Temporal.Instant.compare(expiresAt, at) <= 0;
  if (!(state === "sold" || isStolen) || deliveredAt === null || isOver) {
    return refuse("code_not_sold");
  }
  if (sale?.isDisputed === true) {
    return refuse("codes_disputed");
  }
  if (sale !== undefined && sale.state !== "unused") {
    return refuse("code_not_sold");
  }
  return accepted(isStolen ? "stolen" : "lost");
}
