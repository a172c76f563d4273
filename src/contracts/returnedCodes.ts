import type { Tx } from "../platform/index.ts";
import type { CodeState } from "./code.ts";
import type { Purchase } from "./purchase.ts";
import { lockCodesOfOrders, voidSold } from "./returnedCodeStore.ts";

/** Why a code is taken out of use before it was used. */
export type VoidedFor = "returned" | "disputed" | "lost" | "stolen";

/** A code of an order as its return needs it. */
export interface OrderedCode {
  readonly digest: Buffer;
  readonly lineNo: number;
  readonly last4: string;
  readonly state: CodeState;
  readonly plan: string;
  readonly models: readonly string[];
  readonly region: string;
  readonly soldAt: Temporal.Instant;
  readonly redeemedBy: string | null;
  readonly saleNo: number | null;
  readonly purchase: Purchase | null;
}

/**
 * Locks the codes of an order whose lock the caller holds: nobody activates one meanwhile. In the order of
 * line and digest.
 */
export async function lockOrderedCodes(tx: Tx, orderId: string): Promise<readonly OrderedCode[]> {
  return await lockCodesOfOrders(tx, [orderId]);
}

/** The same of several orders, all of them locked by the caller, by one statement. */
export async function lockCodesOfAll(
  tx: Tx,
  orderIds: readonly string[],
): Promise<readonly (OrderedCode & { readonly orderId: string })[]> {
  return await lockCodesOfOrders(tx, orderIds);
}

/** Takes sold codes that are locked out of use. Answers how many it took. */
export async function voidCodes(
  tx: Tx,
  codes: readonly Pick<OrderedCode, "digest">[],
  why: VoidedFor,
): Promise<number> {
  const digests = codes.map(({ digest }) => digest);
  return digests.length === 0 ? 0 : await voidSold(tx, digests, why);
}
