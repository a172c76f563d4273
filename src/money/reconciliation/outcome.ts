import type { Finding, PartyKind } from "./comparison.ts";

/** Who is compared, and since when. */
export interface Question {
  readonly kind: PartyKind;
  readonly party: string;
  readonly since: Temporal.Instant;
  /** Whether what they tell was just read from their own books. */
  readonly isFetched: boolean;
}

/** What comparing one party came to. */
export interface Outcome {
  readonly findings: readonly Finding[];
  readonly ours: number;
  readonly theirs: number;
  readonly matched: number;
  readonly posted: number;
}
