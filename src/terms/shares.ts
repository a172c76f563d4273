/** An amount written into the terms: minor units and ISO 4217. */
export interface WrittenMoney {
  readonly amount: number;
  readonly currency: string;
}

/** `10 % of plan.price`: a share of an amount, in ten-thousandths. */
export interface Share {
  readonly tenThousandths: number;
  /** A money fact, or `pro-rata` where a refund is reckoned. */
  readonly of: string;
}

export const isShare = (value: unknown): value is Share =>
  typeof value === "object" && value !== null && "tenThousandths" in value;

export const isWrittenMoney = (value: unknown): value is WrittenMoney =>
  typeof value === "object" && value !== null && "amount" in value && "currency" in value;

/** `10`, `12.5`, `66.67` per cent in ten-thousandths; undefined when it is no share between 0 and 100. */
export function tenThousandths(percent: string): number | undefined {
  const [, whole, decimals] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(percent) ?? [];
  const value = whole === undefined ? undefined : Number(`${whole}${(decimals ?? "").padEnd(2, "0")}`);
  return value === undefined || value > 10_000 ? undefined : value;
}

/** A share of an amount, rounded half away from zero, as money is rounded everywhere here. */
export function shareOf(amount: number, { tenThousandths }: Share): number {
  return roundedQuotient(BigInt(amount) * BigInt(tenThousandths), 10_000n);
}

/** A quotient of whole numbers, rounded half away from zero. The divisor is positive. */
export function roundedQuotient(dividend: bigint, divisor: bigint): number {
  const isNegative = dividend < 0n;
  const twice = (isNegative ? -dividend : dividend) * 2n + divisor;
  const size = twice / (divisor * 2n);
  return Number(isNegative ? -size : size);
}
