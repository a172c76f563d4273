/** A serial or code in groups of four: `1581 F4XF C228 Q00A`. */
export function formatSerial(text: string): string {
  return (
    text
      .replaceAll(/[\s-]/g, "")
      .match(/.{1,4}/g)
      ?.join(" ") ?? ""
  );
}

/** What a scanner may put before what it read: the kind of the barcode, as in `]C1` (AIM). */
const SYMBOLOGY = /^\s*\][A-Za-z][0-9A-Za-z]/;

/** The one spelling of a scanned serial: upper case, nothing before, nothing between. */
export function plainSerial(text: string): string {
  return text
    .normalize("NFKC")
    .replace(SYMBOLOGY, "")
    .toUpperCase()
    .replaceAll(/[\s\p{Dash_Punctuation}_./]/gu, "");
}

/** The serial that was scanned or typed; undefined when it cannot be one. */
export function readSerial(text: string): string | undefined {
  const serial = plainSerial(text);
  return /^[A-Z0-9]{4,40}$/.test(serial) ? serial : undefined;
}
