/** A serial or code in groups of four: `1581 F4XF C228 Q00A`. */
export function formatSerial(text: string): string {
  return (
    text
      .replaceAll(/[\s-]/g, "")
      .match(/.{1,4}/g)
      ?.join(" ") ?? ""
  );
}

/** The one spelling of a scanned serial: upper case, nothing between. */
export function plainSerial(text: string): string {
  return text
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Dash_Punctuation}_./]/gu, "");
}
