/** A sum in whole minor units of its currency. */
export type Money = { readonly amount: number; readonly currency: string };

/** How many digits a currency has after the point: 2 for EUR, 0 for JPY. */
export function exponentOf(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * `119.00 PLN`, with a space that does not break. Exact: the point is set in the text, nothing is divided.
 */
export function formatMoney({ amount, currency }: Money): string {
  const [whole = "", ...fraction] = decimalOf({ amount: Math.abs(amount), currency }).split(".");
  const grouped = [whole.replaceAll(/\B(?=(\d{3})+$)/g, "\u202f"), ...fraction].join(".");
  return `${amount < 0 ? "−" : ""}${grouped}\u00a0${currency}`;
}

/** A sum as programs read it: `-25.75`. */
export function decimalOf({ amount, currency }: Money): string {
  const exponent = exponentOf(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  return `${amount < 0 ? "-" : ""}${whole}${exponent === 0 ? "" : `.${digits.slice(-exponent)}`}`;
}

/** Minor units of a sum as it is typed, `119`, `119.5` or `1 119,50`; undefined for anything else. */
export function readMoney(text: string, currency: string): number | undefined {
  const exponent = exponentOf(currency);
  const [, whole, fraction = ""] =
    /^(\d{1,12})(?:[.,](\d*))?$/.exec(text.replaceAll(/[\s\u202f]/g, "")) ?? [];
  if (whole === undefined || fraction.length > exponent) {
    return undefined;
  }
  return Number(whole + fraction.padEnd(exponent, "0"));
}
