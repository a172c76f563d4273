/** A sum in whole minor units of its currency. */
export type Money = { readonly amount: number; readonly currency: string };

/**
 * `PLN 119.00` with a space that does not break. Exact: the decimal point is set by text, never by
 * division.
 */
export function formatMoney({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat("en-IE", { style: "currency", currency, currencyDisplay: "code" });
  const exponent = format.resolvedOptions().maximumFractionDigits ?? 2;
  const digits = String(Math.abs(amount)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = exponent === 0 ? "" : `.${digits.slice(-exponent)}`;
  const decimal = `${amount < 0 ? "-" : ""}${whole}${fraction}`;
  return format.format(decimal as Intl.StringNumericLiteral);
}
