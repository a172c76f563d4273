import type { DomainEvent } from "../../platform/index.ts";

/** What is told of codes that were kept and are handed out now, and of their order when it is whole. Pure. */
export function decideHandOutCodes(
  lines: readonly { readonly lineNo: number; readonly sku: string; readonly count: number }[],
  isWhole: boolean,
): readonly DomainEvent[] {
  const count = lines.reduce((sum, line) => sum + line.count, 0);
  return [
    ...lines.map((line) => ({ type: "CodeDelivered", ...line, by: "email" })),
    { type: "CodesDelivered", count },
    ...(isWhole ? [{ type: "OrderDelivered", count }] : []),
  ];
}
