/** Currencies of ISO 4217 that are money people pay with. */
const currencies: ReadonlySet<string> = new Set(
  (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN " +
    "BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS " +
    "GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW " +
    "KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD " +
    "NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD " +
    "SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES " +
    "VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
  ).split(" "),
);

const withoutDecimals: ReadonlySet<string> = new Set(
  "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" "),
);
const withThreeDecimals: ReadonlySet<string> = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

export const isCurrency = (code: string): boolean => currencies.has(code);

/** Decimals of the major unit: PLN 2, JPY 0, KWD 3. */
export function exponentOf(currency: string): number {
  if (withoutDecimals.has(currency)) {
    return 0;
  }
  return withThreeDecimals.has(currency) ? 3 : 2;
}

/**
 * Major units as written, `119` or `119.50`, in minor units, exactly. Undefined when it is no amount;
 * `"decimals"` when it has too many.
 */
export function minorUnits(text: string, currency: string): number | "decimals" | undefined {
  const match = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(text);
  if (match === null) {
    return undefined;
  }
  const exponent = exponentOf(currency);
  const decimals = match[2] ?? "";
  if (decimals.length > exponent) {
    return "decimals";
  }
  return Number(`${match[1]}${decimals.padEnd(exponent, "0")}`);
}

/** `18500, "PLN"` as `185.00 PLN`. The amount is a whole number of minor units, of either sign. */
export function printMoney(amount: number, currency: string): string {
  const exponent = exponentOf(currency);
  const minor = BigInt(amount);
  const figures = String(minor < 0n ? -minor : minor).padStart(exponent + 1, "0");
  const split = figures.length - exponent;
  const decimals = exponent === 0 ? "" : `.${figures.slice(split)}`;
  return `${minor < 0n ? "-" : ""}${figures.slice(0, split)}${decimals} ${currency}`;
}
