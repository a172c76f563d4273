import { wrongCursor } from "../../platform/index.ts";

/** What names a row of earnings. */
export type EarningsKey = Readonly<Record<"programme" | "plan" | "region" | "currency", string>>;

/**
 * A page of what has few rows, one for each plan, region and currency: it is reckoned whole and shown in
 * parts. Errors: Problem 400 for a place that no row has.
 */
export function cutPage<Row extends EarningsKey>(
  rows: readonly Row[],
  after: string | undefined,
  limit: number,
): { readonly shown: readonly Row[]; readonly nextCursor: string | null } {
  const found = after === undefined ? -1 : rows.findIndex((row) => cursorOf(row) === after);
  if (after !== undefined && found === -1) {
    throw wrongCursor();
  }
  const end = found + 1 + limit;
  const shown = rows.slice(found + 1, end);
  const last = shown.at(-1);
  return { shown, nextCursor: last === undefined || end >= rows.length ? null : cursorOf(last) };
}

function cursorOf({ programme, plan, region, currency }: EarningsKey): string {
  return Buffer.from(JSON.stringify([programme, plan, region, currency])).toString("base64url");
}
