/** A sum in whole minor units of its currency. */
export type Money = { readonly amount: number; readonly currency: string };

/**
 * `119.00 PLN` with a space that does not break, as the terms print it. Exact: the decimal point is set by
 * text, never by division.
 */
export function formatMoney({ amount, currency }: Money): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent).replaceAll(/\B(?=(\d{3})+$)/g, ",");
  const fraction = exponent === 0 ? "" : `.${digits.slice(-exponent)}`;
  return `${amount < 0 ? "-" : ""}${whole}${fraction}\u00a0${currency}`;
}

/** Asking takes longer than writing a page's other words; currencies are few. */
const exponents = new Map<string, number>();

function exponentOf(currency: string): number {
  const known = exponents.get(currency);
  if (known !== undefined) {
    return known;
  }
  const format = new Intl.NumberFormat("en-IE", { style: "currency", currency });
  const exponent = format.resolvedOptions().maximumFractionDigits ?? 2;
  exponents.set(currency, exponent);
  return exponent;
}
