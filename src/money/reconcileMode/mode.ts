/** A time in which no money is taken and nothing is shipped. */
export interface Mode {
  readonly no: number;
  readonly reason: string;
  readonly startedBy: string;
  readonly startedAt: Temporal.Instant;
}

/** What is still to be matched. */
export interface Unmatched {
  /** Tries that are open and were not asked about since. */
  readonly unasked: number;
  /** Providers that were not compared since. */
  readonly uncompared: readonly string[];
  /** Open differences by which money may be missing. */
  readonly differences: number;
  /** Tries that wait until it is over. */
  readonly waiting: number;
}

/** Where a database stands: whose it is, on which line of time, and the newest event it has. */
export interface World {
  readonly system: string;
  readonly timeline: number;
  readonly database: string;
  readonly event: { readonly rootId: string; readonly seq: number; readonly hash: string } | null;
  readonly posting: { readonly rootId: string; readonly no: number; readonly source: string } | null;
}
