import type {
  countStock,
  listStock,
  listUnits,
  listWaits,
  moveUnits,
  reserveUnit,
  reverseSwap,
  setSuccessors,
  showReplacement,
  showUnit,
  sortUnit,
  takeInUnits,
} from "../service/index.ts";

/** The acts and reads of the spare pool, by the names they have here. */
export interface PoolActs {
  readonly takeInUnits: typeof takeInUnits;
  readonly listUnits: typeof listUnits;
  readonly showUnit: typeof showUnit;
  readonly moveUnits: typeof moveUnits;
  readonly sortUnit: typeof sortUnit;
  readonly countStock: typeof countStock;
  readonly listStock: typeof listStock;
  readonly listWaits: typeof listWaits;
  readonly setSuccessors: typeof setSuccessors;
  readonly reserveUnit: typeof reserveUnit;
  readonly reverseSwap: typeof reverseSwap;
  readonly showReplacement: typeof showReplacement;
}
