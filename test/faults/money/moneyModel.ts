/** What a plan was sold for and what became of its money, in minor units of EUR, tax included. */
export interface ModelPlan {
  readonly orderId: string;
  readonly sku: string;
  readonly grossMinor: number;
  /** Whether its way to pay ends with the money here. */
  readonly willBePaid: boolean;
  isPaid: boolean;
  code: "none" | "unused" | "used" | "returned";
  contractId: string | undefined;
  isEnded: boolean;
  readonly refunds: ModelRefund[];
  readonly disputes: {
    readonly id: string;
    readonly amountMinor: number;
    state: "opened" | "won" | "lost";
  }[];
}

/** What was promised back. */
export interface ModelRefund {
  readonly id: string;
  readonly amountMinor: number;
  readonly kind: "kindness" | "plan";
  state: "requested" | "agreed" | "declined";
}

/** Above so much, all of a payment together, a second person agrees. */
export const LIMIT_MINOR = 2_000;

/** What is in the accounts when all jobs have run, seen from their own sides. */
export interface ModelBooks {
  /** At the bank: what came, less what was paid back and what disputes took. */
  readonly clearing: number;
  readonly disputed: number;
  readonly refundsPayable: number;
  /** Deferred, earned and tax, less kindness and what lost disputes cost. */
  readonly kept: number;
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** What is promised back of a plan's payment. */
export function promisedOf({ refunds }: ModelPlan): number {
  return sum(refunds.filter(({ state }) => state !== "declined").map(({ amountMinor }) => amountMinor));
}

/** What its card holder's bank took. */
export function disputedOf({ disputes }: ModelPlan): number {
  return sum(disputes.filter(({ state }) => state !== "won").map(({ amountMinor }) => amountMinor));
}

/** What its payer has not got back by any way. */
export function leftOfPlan(plan: ModelPlan): number {
  return plan.grossMinor - promisedOf(plan) - disputedOf(plan);
}

export function isDisputed({ disputes }: ModelPlan): boolean {
  return disputes.some(({ state }) => state === "opened");
}

/** What the books must be. `renewedMinor`: what renewals were paid. */
export function booksOf(plans: readonly ModelPlan[], renewedMinor: number): ModelBooks {
  const paid = plans.filter(({ isPaid }) => isPaid);
  const came = sum(paid.map(({ grossMinor }) => grossMinor)) + renewedMinor;
  const of = (state: ModelRefund["state"]) =>
    sum(
      paid.flatMap(({ refunds }) =>
        refunds.filter((one) => one.state === state).map(({ amountMinor }) => amountMinor),
      ),
    );
  const disputes = paid.flatMap((plan) => plan.disputes);
  const took = (state: string) =>
    sum(disputes.filter((one) => one.state === state).map(({ amountMinor }) => amountMinor));
  return {
    clearing: came - of("agreed") - took("opened") - took("lost"),
    disputed: took("opened"),
    refundsPayable: of("requested"),
    kept: came - of("agreed") - of("requested") - took("lost"),
  };
}
