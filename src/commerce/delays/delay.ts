/** What a buyer was told, and chose; no answer is to wait. */
export const delayStates = ["told", "waits", "cancelled"] as const;
export type DelayState = (typeof delayStates)[number];

/** Goods of an order that do not come when they were promised, as it is stored. */
export interface Delay {
  readonly orderId: string;
  readonly no: number;
  readonly supplierOrderId: string;
  /** Null where the supplier cannot deliver. */
  readonly expectedOn: Temporal.PlainDate | null;
  readonly state: DelayState;
  readonly toldAt: Temporal.Instant;
  readonly chosenAt: Temporal.Instant | null;
  /** What its supplier says by now, and the pieces of it that have not left. */
  readonly supplierState: string;
  readonly lines: readonly DelayedLine[];
}

/** Pieces of a line that are late. */
export interface DelayedLine {
  readonly lineNo: number;
  readonly sku: string;
  readonly name: string;
  /** Still wanted, and not handed over. */
  readonly pieces: number;
}
