const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));
const decimals = new Map<string, number>();

/** How many decimals a currency has, by ISO 4217 as the runtime knows it; undefined when it is none. */
export function decimalsOf(currency: string): number | undefined {
  if (!currencies.has(currency)) {
    return undefined;
  }
  const known = decimals.get(currency);
  if (known !== undefined) {
    return known;
  }
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const found = format.resolvedOptions().maximumFractionDigits ?? 2;
  decimals.set(currency, found);
  return found;
}

/**
 * An amount as people write it, `44.25`, in its currency's smallest unit. Undefined when it is none: another
 * sign than digits and one point, more decimals than the currency has, more than twelve digits before them.
 */
export function readMinorUnits(text: string, currency: string): number | undefined {
  const places = decimalsOf(currency);
  const [, whole, part = ""] = /^(\d{1,12})(?:\.(\d{1,4}))?$/.exec(text) ?? [];
  if (places === undefined || whole === undefined || part.length > places) {
    return undefined;
  }
  return Number(whole + part.padEnd(places, "0"));
}
