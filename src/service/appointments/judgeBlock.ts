import { accepted, type Decision } from "../../platform/index.ts";
import type { Centre } from "../centres/index.ts";
import { refuse } from "../refusals.ts";

/** What a block is decided from. */
export interface BlockFacts {
  readonly benches: Pick<Centre, "benches">["benches"];
  readonly bench: number;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  readonly at: Temporal.Instant;
}

const QUARTER_MS = 900_000;
const LONGEST_DAYS = 31;

/** The whole quarters of an hour that a block takes. Pure. */
export function judgeBlock({ benches, bench, from, to, at }: BlockFacts): Decision<{
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}> {
  if (benches.every(({ no }) => no !== bench)) {
    return refuse("bench_unknown");
  }
  const startsAt = whole(from, Math.floor);
  const endsAt = whole(to, Math.ceil);
  const isOver = Temporal.Instant.compare(endsAt, at) <= 0;
  const isLong = Temporal.Instant.compare(endsAt, startsAt.add({ hours: 24 * LONGEST_DAYS })) > 0;
  return isOver || isLong || Temporal.Instant.compare(startsAt, endsAt) >= 0
    ? refuse("block_time_wrong")
    : accepted({ startsAt, endsAt });
}

function whole(at: Temporal.Instant, round: (count: number) => number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(round(at.epochMilliseconds / QUARTER_MS) * QUARTER_MS);
}
