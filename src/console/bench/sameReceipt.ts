/**
 * Whether two receipts say the same, whatever order their members came in. The version of the time zone data
 * is told, not decided: it alone is no difference.
 */
export function sameReceipt(one: object, other: object): boolean {
  return inOrder(one) === inOrder(other);
}

const inOrder = (receipt: object): string => JSON.stringify(receipt, sorted);

function sorted(key: string, value: unknown): unknown {
  if (key === "tz") {
    return undefined;
  }
  const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
  return isGroup ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;
}
