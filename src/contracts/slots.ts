import type { Tx } from "../platform/index.ts";
import type { Terms } from "../terms/index.ts";
import { freeSlots, spendSlots, takeSlot } from "./contractStore.ts";
import { type PlanMoved, recordMove } from "./movePlan.ts";

/** Which slot: of which contract, benefit and place among its fellows. */
export interface SlotRef {
  readonly contractNo: number;
  readonly benefit: string;
  readonly no: number;
}

/** The benefit whose uses are counted when a device is replaced. */
export const REPLACEMENT = "replacement";

/** What a use takes: a slot of a benefit, and of the part it is a use of where it is one. */
export interface UseOfSlot {
  readonly benefit: string;
  readonly part?: string;
  /** Each part it falls under may be taken so often in all, its own parts counted with it. */
  readonly within?: readonly { readonly parts: readonly string[]; readonly count: number }[];
}

/** The benefits that have slots: what is counted, and no part of another, whose slots it takes. */
export function slotsGranted(terms: Terms, product: string): readonly { benefit: string; count: number }[] {
  const grants = terms.grants(product).filter(({ partOf }) => partOf === undefined);
  return grants.map(({ benefit, count }) => ({ benefit, count }));
}

/** What a use of a benefit takes by the terms: of a flyaway within the replacements one of these. */
export function useOfSlot(terms: Terms, product: string, benefit: string): UseOfSlot {
  const granted = terms.benefits(product);
  const parentOf = (name: string): string | undefined =>
    granted.find((each) => each.benefit === name)?.partOf;
  const isWithin = (name: string | undefined, whole: string): boolean =>
    name !== undefined && (name === whole || isWithin(parentOf(name), whole));
  const within: { parts: string[]; count: number }[] = [];
  let root = benefit;
  for (let above = parentOf(root); above !== undefined; above = parentOf(root)) {
    const part = root;
    const count = granted.find((each) => each.benefit === part)?.count ?? null;
    if (count !== null) {
      const parts = granted.map((each) => each.benefit).filter((name) => isWithin(name, part));
      within.push({ parts: [...new Set(parts)], count });
    }
    root = above;
  }
  return root === benefit ? { benefit } : { benefit: root, part: benefit, within };
}

/**
 * Reserves a free slot of a contract for a claim, and says so on the device's chain. Undefined: none is
 * left, of the benefit or of the part.
 */
export async function reserveSlot(
  tx: Tx,
  deviceId: string,
  { contractNo, claimNo, benefit, part, within = [] }: UseOfSlot & { contractNo: number; claimNo: number },
): Promise<SlotRef | undefined> {
  const taken = await takeSlot(
    ...([tx, deviceId, contractNo, benefit, claimNo, tx.at] as const),
    part ?? null,
    JSON.stringify(within),
  );
  if (taken === undefined) {
    return undefined;
  }
  const use = { benefit, ...(part === undefined ? {} : { part }) };
  tx.record(deviceId, [{ type: "SlotReserved", contractNo, ...use, slotNo: taken.no, claimNo }]);
  return { contractNo, benefit, no: taken.no };
}

/** Gives back what a claim reserved: of these benefits, or all. Empty: it holds none, or has used it. */
export async function releaseSlots(
  tx: Tx,
  deviceId: string,
  { claimNo, benefits }: { readonly claimNo: number; readonly benefits?: readonly string[] },
): Promise<readonly SlotRef[]> {
  const freed = await freeSlots(tx, deviceId, claimNo, benefits ?? null);
  record(tx, deviceId, "SlotReleased", claimNo, freed);
  return freed;
}

/**
 * Uses what a claim reserved; with the last that is left the contract is exhausted. Where its unit takes over
 * the plan at this moment (`moves`), that is done in the same statement. Empty: it has reserved none.
 */
export async function useSlots(
  tx: Tx,
  deviceId: string,
  { claimNo, moves }: { readonly claimNo: number; readonly moves?: PlanMoved | undefined },
): Promise<readonly SlotRef[]> {
  const spent = await spendSlots(tx, deviceId, moves?.newSerial ?? null, tx.at, claimNo);
  record(tx, deviceId, "SlotUsed", claimNo, spent);
  const ended = spent.find(({ exhausted }) => exhausted);
  if (ended !== undefined) {
    tx.record(deviceId, [{ type: "ContractExhausted", contractNo: ended.contractNo }]);
  }
  if (moves !== undefined) {
    recordMove(tx, deviceId, moves);
  }
  return spent.map(({ contractNo, benefit, no }) => ({ contractNo, benefit, no }));
}

function record(tx: Tx, deviceId: string, type: string, claimNo: number, slots: readonly SlotRef[]): void {
  for (const { contractNo, benefit, no } of slots) {
    tx.record(deviceId, [{ type, benefit, claimNo, contractNo, slotNo: no }]);
  }
}
