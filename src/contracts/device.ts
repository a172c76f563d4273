import type { Model } from "../catalogue/index.ts";
import type { PlanMoves } from "../terms/index.ts";

/** Whether the device was ever activated: no, yes at an instant, or nobody has told us. */
export type Activation = "never" | "known" | "unknown";

/** One logical device, whatever serial it wears today. The root of its family. */
export interface Device {
  readonly deviceId: string;
  /** The serial it wears now, normalised. */
  readonly serial: string;
  readonly model: string;
  readonly series: string;
  readonly group: string;
  readonly region: string | null;
  readonly activation: Activation;
  readonly activatedAt: Temporal.Instant | null;
  readonly purchasedOn: Temporal.PlainDate | null;
  readonly warrantyEndsAt: Temporal.Instant | null;
  /** A unit that was given in its place and has not taken over the plan yet; it does so at `nextMoves`. */
  readonly nextSerial?: string | null;
  readonly nextMoves?: PlanMoves | null;
  readonly createdAt: Temporal.Instant;
}

/** A serial the device has worn, from when until when. */
export interface Unit {
  readonly no: number;
  readonly serial: string;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant | null;
  readonly reason: "first" | "replacement";
}

/** What is told of a device when it is first written down. */
export interface DeviceTold {
  readonly model: Model;
  readonly region: string;
  readonly activatedAt: Temporal.Instant | "never" | "unknown";
  readonly purchasedOn?: Temporal.PlainDate | undefined;
}

/**
 * The one spelling of a serial: compatibility letters folded, upper case, no spaces, dashes, dots or
 * strokes.
 */
export function normaliseSerial(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}\u2212_./]/gu, "");
}
