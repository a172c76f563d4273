import { Case } from "../deciding/case.ts";
import { rulesOf } from "../document.ts";
import type { FeeOfUse, Grant } from "../terms.ts";
import { no } from "../truth.ts";
import type { Context } from "./context.ts";
import type { FeeRow } from "./feeRows.ts";
import { compileFees, type FeeTable } from "./fees.ts";

interface Listing {
  readonly context: Context;
  readonly grantsOf: (product: string) => readonly Grant[];
}

/** Uses without a limit are listed as far as this. */
const mostListed = 3;

/**
 * The fees a table prints for a model in a region's currencies: of the edition without an end, for as many
 * uses as any product grants. Those for every case come before those for some.
 */
export function feesOf(model: string, region: string, { context, grantsOf }: Listing): readonly FeeOfUse[] {
  const { tables, background, document } = context;
  const known: Readonly<Record<string, string | undefined>> = {
    model,
    region,
    series: background.seriesOf(model),
    group: background.groupOf(model),
  };
  const currencies = document.front.regions.get(region)?.currencies ?? [];
  const products = tables.names("product").map(grantsOf);
  // A table an annex replaces in this region, or brings to another, is none of the region's.
  const there = new Case({ region }, background);
  const meant = compileFees(context).filter((table) => table.inScope(there) !== no);
  const found = meant.flatMap((table) => {
    const most = mostUses(table.benefit, products, context);
    return table.rows
      .filter((row) => currencies.includes(row.currency) && row.until === Number.POSITIVE_INFINITY)
      .filter((row) => isFor(row, known))
      .flatMap((row) => uses(row, most, { table, known }));
  });
  return found.sort(
    (a, b) =>
      Number(isSpecial(a)) - Number(isSpecial(b)) ||
      currencies.indexOf(a.currency) - currencies.indexOf(b.currency) ||
      a.nth - b.nth,
  );
}

const isSpecial = (fee: FeeOfUse): boolean => fee.benefit !== undefined || fee.only !== undefined;

function mostUses(benefit: string, products: readonly (readonly Grant[])[], { document }: Context): number {
  const counts = products.flatMap((grants) =>
    grants.filter((grant) => grant.benefit === benefit).map(({ count }) => count),
  );
  const isGranted = rulesOf(document, "benefit").some(({ rule }) => rule.benefit === benefit);
  return counts.length === 0 && isGranted ? mostListed : Math.max(0, ...counts);
}

function isFor(row: FeeRow, known: Readonly<Record<string, string | undefined>>): boolean {
  return row.names.every(
    (name, i) => known[name] === undefined || (row.keys[i]?.includes(known[name]) ?? true),
  );
}

function uses(
  row: FeeRow,
  most: number,
  { table, known }: { readonly table: FeeTable; readonly known: Readonly<Record<string, unknown>> },
): FeeOfUse[] {
  const only = row.names.flatMap((name, i) => {
    const words = row.keys[i];
    return words && known[name] === undefined && name !== "currency" ? [[name, words] as const] : [];
  });
  return Array.from({ length: most }, (_, index) => index + 1).flatMap((nth) => {
    const amount = row.amountOf(nth);
    return amount === undefined
      ? []
      : [
          {
            nth,
            amount,
            currency: row.currency,
            clause: table.id,
            ...(table.benefit === "replacement" ? {} : { benefit: table.benefit }),
            ...(only.length === 0 ? {} : { only: Object.fromEntries(only) }),
          },
        ];
  });
}
