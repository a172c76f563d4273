/** A text without control characters but breaks and tabs, without halves of characters, cut to a length. */
export function plainText(text: string, longest: number): string {
  return text
    .slice(0, longest * 2)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (found) =>
      found === "\n" || found === "\t" ? found : "",
    )
    .slice(0, longest)
    .toWellFormed()
    .trim();
}
