/** The place of the first rule that is of the same way and currency as one before it. Pure. */
export function doubledRule(
  rules: readonly { readonly option: string; readonly currency: string }[],
): number | undefined {
  const keys = rules.map(({ option, currency }) => `${option} ${currency}`);
  const place = keys.findIndex((key, index) => keys.indexOf(key) < index);
  return place === -1 ? undefined : place;
}
