/** Something that was paid, and what became of it, in minor units of its currency. */
export interface PaidThing {
  readonly rootId: string;
  readonly currency: string;
  /** A plan is earned over its period; a fee is income at once. */
  readonly kind: "plan" | "fee";
  readonly netMinor: number;
  readonly taxMinor: number;
  period?: { readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant };
  readonly refunds: {
    readonly id: string;
    readonly amountMinor: number;
    state: "asked" | "paid" | "declined";
  }[];
  dispute?: { readonly id: string; readonly amountMinor: number; state: "opened" | "won" | "lost" };
}

/** A card that was held; what was taken of it in the end. */
export interface HeldThing {
  readonly rootId: string;
  readonly currency: string;
  readonly amountMinor: number;
  isCaptured: boolean;
}

/** All the model knows. */
export interface LedgerModel {
  readonly paid: PaidThing[];
  readonly held: HeldThing[];
  readonly payouts: { readonly currency: string; readonly amountMinor: number }[];
}

/** Accounts that are not empty: `EUR clearing` and what was debited to it more than credited. */
export type Balances = Readonly<Record<string, number>>;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** What is promised back and not declined. */
export function promisedOf({ refunds }: PaidThing): number {
  return sum(refunds.filter(({ state }) => state !== "declined").map(({ amountMinor }) => amountMinor));
}

/** What its payer has not got back, by us or by their bank. */
export function leftOf(thing: PaidThing): number {
  const taken = thing.dispute === undefined || thing.dispute.state === "won" ? 0 : thing.dispute.amountMinor;
  return thing.netMinor + thing.taxMinor - promisedOf(thing) - taken;
}

/**
 * What a plan has earned when the books say so: at the ends of months, by the time that has passed. Written
 * down another way than the ledger's: by days of milliseconds, from nothing each time.
 */
export function earnedOf({ kind, netMinor, period }: PaidThing, now: Temporal.Instant): number {
  if (kind === "fee" || period === undefined) {
    return 0;
  }
  const monthBegan = now.toZonedDateTimeISO("UTC").with({ day: 1 }).startOfDay().epochMilliseconds;
  const [from, to] = [period.startsAt.epochMilliseconds, period.endsAt.epochMilliseconds];
  const passed = BigInt(Math.max(0, Math.min(monthBegan, to) - from));
  return Number((BigInt(netMinor) * passed) / BigInt(to - from));
}

/** What every account must hold. */
export function balancesOf({ paid, held, payouts }: LedgerModel, now: Temporal.Instant): Balances {
  const balances = new Map<string, number>();
  const move = (currency: string, kind: string, debitMinor: number) => {
    const name = `${currency} ${kind}`;
    balances.set(name, (balances.get(name) ?? 0) + debitMinor);
  };
  for (const thing of paid) {
    bookPaid(thing, now, (kind, debitMinor) => move(thing.currency, kind, debitMinor));
  }
  for (const { currency, amountMinor } of held.filter(({ isCaptured }) => isCaptured)) {
    move(currency, "clearing", amountMinor);
    move(currency, "hold_income", -amountMinor);
  }
  for (const { currency, amountMinor } of payouts) {
    move(currency, "bank", amountMinor);
    move(currency, "clearing", -amountMinor);
  }
  return Object.fromEntries([...balances].filter(([, minor]) => minor !== 0));
}

function bookPaid(
  thing: PaidThing,
  now: Temporal.Instant,
  move: (kind: string, debitMinor: number) => void,
): void {
  const { kind, netMinor, taxMinor, refunds, dispute } = thing;
  const of = (state: string) =>
    sum(refunds.filter((one) => one.state === state).map(({ amountMinor }) => amountMinor));
  const isTaken = dispute?.state === "opened" || dispute?.state === "lost";
  move("clearing", netMinor + taxMinor - of("paid") - (isTaken ? dispute.amountMinor : 0));
  move("refunds_payable", -of("asked"));
  // What is given back of a sum with tax is given back with its share of the tax.
  const givenMinor = of("asked") + of("paid");
  const shareMinor = (givenMinor * taxMinor) / (netMinor + taxMinor);
  move("goodwill", givenMinor - shareMinor);
  move("disputed", dispute?.state === "opened" ? dispute.amountMinor : 0);
  if (kind === "plan" && dispute?.state === "lost") {
    // All of it is gone: what was owed, what was earned, and the state's part.
    return;
  }
  const earnedMinor = earnedOf(thing, now);
  move("tax_payable", shareMinor - taxMinor);
  move("deferred_revenue", kind === "plan" ? earnedMinor - netMinor : 0);
  move("earned_revenue", -earnedMinor);
  move("fee_income", kind === "fee" ? -netMinor : 0);
  move("provider_costs", dispute?.state === "lost" ? dispute.amountMinor : 0);
}
