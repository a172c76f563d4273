import type { Queryable, Tx } from "../platform/index.ts";
import { type CodeState, mintSealed } from "./code.ts";
import { codeIdOf, digestsNamed } from "./codeId.ts";
import { codeNamed, insertReplacements, lockCodeNamed } from "./replacedCodeStore.ts";
import type { VoidedFor } from "./returnedCodes.ts";

/** A code as its re-issue needs it. */
export interface NamedCode {
  readonly digest: Buffer;
  readonly orderId: string | null;
  readonly lineNo: number | null;
  readonly sku: string;
  readonly last4: string;
  readonly state: CodeState;
  readonly voidedFor: VoidedFor | null;
  readonly deliveredAt: Temporal.Instant | null;
  readonly expiresAt: Temporal.Instant | null;
  readonly saleNo: number | null;
  readonly replacedBy: Buffer | null;
}

/** A code that was issued for another. */
export interface Replacement {
  readonly id: string;
  readonly lineNo: number;
  readonly sku: string;
  readonly last4: string;
  /** The last characters of the one it was issued for. */
  readonly was: string;
}

/** The code of a name; undefined when there is none. */
export async function codeOf(db: Queryable, id: string): Promise<NamedCode | undefined> {
  const named = digestsNamed(id);
  return named === undefined ? undefined : await codeNamed(db, named.first, named.last);
}

/** The same, locked until the transaction ends: after the lock of its order. */
export async function lockCode(tx: Tx, id: string): Promise<NamedCode | undefined> {
  const named = digestsNamed(id);
  return named === undefined ? undefined : await lockCodeNamed(tx, named.first, named.last);
}

/**
 * Issues codes anew, under the lock of their order: each old one is out of use from now on, and a new one
 * stands for its sale, with the same purchase and the same last day. Sold ones, and those that were voided
 * with their batch; what is neither any more is left out.
 */
export async function replaceCodes(
  tx: Tx,
  digests: readonly Buffer[],
  why: "lost" | "stolen",
): Promise<readonly Replacement[]> {
  if (digests.length === 0) {
    return [];
  }
  const made = mintSealed(tx.platform, digests.length);
  const rows = await insertReplacements(
    tx,
    digests,
    made.map(({ digest }) => digest),
    made.map(({ last4 }) => last4),
    made.map(({ sealed }) => sealed),
    tx.platform.secrets.currentPepperVersion,
    why,
    tx.at,
  );
  return rows.map(({ digest, ...row }) => ({ id: codeIdOf(digest), ...row }));
}
