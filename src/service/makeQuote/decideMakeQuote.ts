import type { TaxRate } from "../../catalogue/index.ts";
import { isOver, type QuoteLine, refuseClaim } from "../../claims/index.ts";
import { accepted, badField, type Decision } from "../../platform/index.ts";
import { type BenchPrice, type PriceAsked, priceOfItem, taxOn } from "../prices/index.ts";

/** A line as the bench tells it. */
export interface LineTold {
  readonly kind: "part" | "labour" | "shipping" | "other";
  /** What the price list calls it; of `other` left out. */
  readonly item?: string | undefined;
  /** What its owner reads; the list's own title where it is left out. */
  readonly says?: string | undefined;
  /** Pieces, or hours: two decimals. */
  readonly quantity: number;
  /** Net of one, in minor units: for what the list has no price of. */
  readonly unitMinor?: number | undefined;
}

/** What a quote is reckoned from. */
export interface QuoteFacts {
  readonly state: string;
  /** Until when its owner may choose. */
  readonly dueAt: Temporal.Instant | null;
  readonly prices: readonly BenchPrice[];
  /** Of the country the device goes back to. */
  readonly rate: TaxRate | undefined;
  readonly asked: Omit<PriceAsked, "kind" | "item">;
}

/** What a repair costs. Amounts are minor units. */
export interface RepairReckoned {
  readonly lines: readonly QuoteLine[];
  readonly netMinor: number;
  readonly taxMinor: number;
  /** With its tax. */
  readonly repairMinor: number;
}

/**
 * The lines of a quote, priced by the list where it has a price, else as they are told. Errors: Problem 400
 * for a line without a price, or with another than the list's. Pure.
 */
export function decideMakeQuote(
  told: readonly LineTold[],
  { state, dueAt, prices, rate, asked }: QuoteFacts,
): Decision<RepairReckoned> {
  if (state !== "inspected") {
    return refuseClaim("claim_not_at_this_step");
  }
  if (isOver({ dueAt }, asked.at)) {
    return refuseClaim("waiting_is_over");
  }
  const lines = told.map((line, index) => lineOf(line, index, { prices, rate, asked }));
  const netMinor = lines.reduce((sum, line) => sum + line.netMinor, 0);
  const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0);
  if (netMinor + taxMinor === 0) {
    throw badField(
      "/lines",
      "nothing_asked",
      "A quote asks for something: what costs nothing is a warranty.",
    );
  }
  return accepted({ lines, netMinor, taxMinor, repairMinor: netMinor + taxMinor });
}

function lineOf(
  { kind, item, says, quantity, unitMinor }: LineTold,
  index: number,
  { prices, rate, asked }: Omit<QuoteFacts, "state" | "dueAt">,
): QuoteLine {
  const listed =
    kind === "other" || item === undefined ? undefined : priceOfItem(prices, { ...asked, kind, item });
  const unit = listed?.netMinor ?? unitMinor;
  if (unit === undefined) {
    throw badField(
      `/lines/${index}/unit`,
      "price_missing",
      "The list has no price for this. Say what it costs.",
    );
  }
  if (unitMinor !== undefined && unitMinor !== unit) {
    throw badField(`/lines/${index}/unit`, "price_is_listed", "The list has another price for this.");
  }
  const name = says ?? listed?.title ?? item;
  if (name === undefined) {
    throw badField(`/lines/${index}/says`, "words_missing", "Say in a few words what it is.");
  }
  const hundredths = Math.round(quantity * 100);
  const netMinor = Number((BigInt(unit) * BigInt(hundredths) * 2n + 100n) / 200n);
  const taxMinor = listed?.taxKind === "none" ? 0 : taxOn(netMinor, rate);
  return { kind, says: name, hundredths, unitMinor: unit, netMinor, taxMinor };
}
