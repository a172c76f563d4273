/** The day of an instant where the reader is: its beginning and its end, as instants. */
export function dayOf(now: number): { readonly from: string; readonly to: string } {
  const at = new Date(now);
  const from = new Date(at.getFullYear(), at.getMonth(), at.getDate());
  const to = new Date(at.getFullYear(), at.getMonth(), at.getDate() + 1);
  return { from: from.toISOString(), to: to.toISOString() };
}
