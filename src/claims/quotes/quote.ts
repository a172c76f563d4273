import { type Static, Type } from "typebox";
import { Instant, Money, shape } from "../../platform/index.ts";

/** What a line of a quote is for. `plan` is the fee of the plan that is paid beside the repair. */
export const lineKinds = ["part", "labour", "shipping", "other", "plan"] as const;

/** A line of a quote. Amounts are net, in minor units of its currency. */
export interface QuoteLine {
  readonly kind: (typeof lineKinds)[number];
  readonly says: string;
  /** In hundredths: 150 is an hour and a half. */
  readonly hundredths: number;
  readonly unitMinor: number;
  readonly netMinor: number;
  readonly taxMinor: number;
}

/** The price of a repair, as it was told; its number is its version. */
export interface Quote {
  readonly no: number;
  readonly currency: string;
  readonly lines: readonly QuoteLine[];
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  /** Of the total what the repair costs; the rest is the plan's fee beside it. */
  readonly repairMinor: number;
  readonly madeAt: Temporal.Instant;
  readonly validUntil: Temporal.Instant;
  readonly acceptedAt: Temporal.Instant | null;
}

/** A quote as its owner and the bench see it. */
export const QuoteShape = shape({
  no: Type.Integer({ minimum: 1 }),
  /** Open while it is the one on the sheet; replaced by a later look or quote. */
  state: Type.Enum(["open", "accepted", "expired", "replaced"]),
  lines: Type.Array(
    shape({
      kind: Type.Enum([...lineKinds]),
      says: Type.String(),
      quantity: Type.Number(),
      unit: Money,
      net: Money,
    }),
  ),
  net: Money,
  tax: Money,
  total: Money,
  madeAt: Instant,
  validUntil: Instant,
  acceptedAt: Type.Optional(Instant),
});
export type QuoteShape = Static<typeof QuoteShape>;

/** A quote as it stands now; `onSheet` is the number of the one the choice sheet names. */
export function toQuote(
  quote: Quote,
  { onSheet, at }: { readonly onSheet: number | undefined; readonly at: Temporal.Instant },
): QuoteShape {
  const { no, currency, madeAt, validUntil, acceptedAt } = quote;
  const money = (amount: number) => ({ amount, currency });
  return {
    no,
    state: stateOf(quote, onSheet, at),
    lines: quote.lines.map(({ kind, says, hundredths, unitMinor, netMinor }) => ({
      ...{ kind, says, quantity: hundredths / 100 },
      ...{ unit: money(unitMinor), net: money(netMinor) },
    })),
    ...{ net: money(quote.netMinor), tax: money(quote.taxMinor), total: money(quote.totalMinor) },
    ...{ madeAt: madeAt.toString(), validUntil: validUntil.toString() },
    ...(acceptedAt === null ? {} : { acceptedAt: acceptedAt.toString() }),
  };
}

function stateOf(
  { no, validUntil, acceptedAt }: Quote,
  onSheet: number | undefined,
  at: Temporal.Instant,
): QuoteShape["state"] {
  if (acceptedAt !== null) {
    return "accepted";
  }
  if (no !== onSheet) {
    return "replaced";
  }
  return Temporal.Instant.compare(validUntil, at) <= 0 ? "expired" : "open";
}
