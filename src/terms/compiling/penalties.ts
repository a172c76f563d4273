import type { Case } from "../deciding/case.ts";
import { MomentReader } from "../deciding/moments.ts";
import type { LatePenalty } from "../rules.ts";
import { roundedQuotient } from "../shares.ts";
import { addCivil, lastMoment } from "../time/duration.ts";
import { factNamed } from "../vocabulary.ts";
import type { RefundClause } from "./refunds.ts";

/** What a refund costs more because it is late. */
export interface Penalty {
  /** Minor units. */
  readonly amount: number;
  readonly says: string;
}

/** A hundred years of months; a notice that old is a slip of the pen. */
const mostPeriods = 1200;

/**
 * A share of what is outstanding for each period begun after the time to pay, until it was paid or now. The
 * periods run on from the first day of lateness.
 */
export function penaltyOf(
  { share, per, after }: LatePenalty,
  amount: number,
  notice: MomentReader,
  c: Case,
): Penalty | undefined {
  const until = paidOrNow(c);
  const [zone] = c.zones;
  if (notice.read(c) !== "known" || until === undefined || zone === undefined) {
    return undefined;
  }
  const last = lastMoment(notice.lo, after, zone);
  if (until <= last || amount === 0) {
    return undefined;
  }
  const firstDay = zone.dayOf(last) + 1;
  let periods = 1;
  const beginsAt = (count: number): number =>
    zone.startOfDay(addCivil(firstDay, { ...per, amount: per.amount * count }));
  while (periods < mostPeriods && beginsAt(periods) <= until) {
    periods += 1;
  }
  const added = roundedQuotient(BigInt(amount) * BigInt(share.tenThousandths * periods), 10_000n);
  return { amount: added, says: `plus ${share.tenThousandths / 100} % for each of ${periods} periods late` };
}

const payment = new MomentReader(factNamed("cancellation.refundedAt").read);
const now = new MomentReader(factNamed("at").read);

/** When the refund was paid; while it is not, the moment of the decision. */
export function paidOrNow(c: Case): number | undefined {
  if (payment.read(c) === "known") {
    return payment.hi;
  }
  return now.read(c) === "known" ? now.lo : undefined;
}

/** Lateness is dear by whichever clause asks most for it, whoever's reckoning is paid. */
export function latePenalty(
  amount: number,
  counting: readonly Pick<RefundClause, "penaltyOn">[],
  c: Case,
): Penalty | undefined {
  let most: Penalty | undefined;
  for (const clause of counting) {
    const penalty = clause.penaltyOn(amount, c);
    most = penalty !== undefined && penalty.amount > (most?.amount ?? 0) ? penalty : most;
  }
  return most;
}
