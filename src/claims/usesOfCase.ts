import { REPLACEMENT, type Slot, slotsGranted, type UseOfSlot, useOfSlot } from "../contracts/index.ts";
import type { Receipt, Terms, Use } from "../terms/index.ts";
import type { Claim } from "./claim.ts";

/**
 * The slots that uses take of a contract, each as the terms count it; none for what has no limit and for an
 * amount of money. Undefined: two of them are of one benefit, and a case takes one of each.
 */
export function slotsOf(
  terms: Terms,
  product: string,
  uses: readonly Pick<Use, "benefit" | "amount">[],
): readonly UseOfSlot[] | undefined {
  const granted = new Set(slotsGranted(terms, product).map(({ benefit }) => benefit));
  const taken = uses
    .filter(({ amount }) => amount === undefined)
    .map(({ benefit }) => useOfSlot(terms, product, benefit))
    .filter(({ benefit }) => granted.has(benefit));
  return new Set(taken.map(({ benefit }) => benefit)).size < taken.length ? undefined : taken;
}

/** What a first answer promises; a case that is held for its parts may yet be replaced. */
export function promisedBy({ outcome, uses }: Receipt): readonly Pick<Use, "benefit" | "amount">[] {
  if (outcome === "hold") {
    return [uses ?? { benefit: REPLACEMENT }];
  }
  return outcome === "plan" && uses !== null ? [uses] : [];
}

/** What changes between the slots a case holds and those it takes. */
export interface SlotsChanged {
  /** The benefits whose slots it gives back. */
  readonly give: readonly string[];
  readonly take: readonly UseOfSlot[];
}

/** What a case gives back and takes so that it holds these slots and no other. Pure. */
export function slotsAfter(
  held: readonly Pick<Slot, "benefit" | "part">[],
  wanted: readonly UseOfSlot[],
): SlotsChanged {
  const isSame = (slot: Pick<Slot, "benefit" | "part">, use: UseOfSlot): boolean =>
    slot.benefit === use.benefit && (slot.part ?? undefined) === use.part;
  return {
    give: held.filter((slot) => !wanted.some((use) => isSame(slot, use))).map(({ benefit }) => benefit),
    take: wanted.filter((use) => !held.some((slot) => isSame(slot, use))),
  };
}

/**
 * Whether the way that was chosen brings another unit: the plan does, unless its clause repairs this one; and
 * any other whose choice says so.
 */
export function bringsUnit({ route, choices }: Pick<Claim, "route" | "choices">): boolean {
  const unit = choices?.find((choice) => choice.route === route)?.unit;
  return route === "plan" ? unit !== "repaired" : unit === "replacement";
}

/** How many slots leave with the parcel of a claim: as many as its way has counted uses. */
export function slotsSpent(claim: Pick<Claim, "route" | "choices" | "combined" | "receipt">): number {
  const { route, choices, combined, receipt } = claim;
  const isUsing = route === "plan" || choices?.some((each) => each.route === route && each.uses);
  return isUsing ? usesOf(combined?.uses ?? [], receipt).filter(isCounted).length : 0;
}

function usesOf(together: readonly Use[], { uses }: Receipt): readonly Use[] {
  return together.length > 0 || uses === null ? together : [uses];
}

const isCounted = ({ left, amount }: Use): boolean => left !== null && amount === undefined;
