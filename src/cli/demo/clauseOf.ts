/**
 * A clause of a receipt in its own words. The API keeps receipts open, so their shape is looked into here.
 */
export function clauseOf(receipt: object, clause: string): string {
  const { because = [] } = receipt as { because?: readonly { clause: string; says: string }[] };
  const reason = because.find((one) => one.clause === clause);
  return reason === undefined ? clause : `${clause}: ${reason.says}`;
}
