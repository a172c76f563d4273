import { type Static, Type } from "typebox";
import { type TaxRate, taxRateOf } from "../../catalogue/index.ts";
import { Instant, line, Money, publicId, type ReadContext, shape } from "../../platform/index.ts";
import { heldPrices } from "./priceStore.ts";

/** What the bench asks something for: a part, an hour, a parcel, the way back of what is not repaired. */
export const priceKinds = ["part", "labour", "shipping", "send_back"] as const;
export type PriceKind = (typeof priceKinds)[number];

/** A price of the bench from an instant on. Never changed: the newest that has begun counts. */
export interface BenchPrice {
  readonly priceId: string;
  readonly kind: PriceKind;
  /** Of a part its name or number, of labour what is done. */
  readonly item: string;
  readonly title: string;
  /** Null: of every model. */
  readonly model: string | null;
  readonly region: string;
  readonly currency: string;
  /** Null: from then on there is none. */
  readonly netMinor: number | null;
  /** `country`: the tax of where it goes back to comes on top. */
  readonly taxKind: "country" | "none";
  readonly validFrom: Temporal.Instant;
}

const Item = Type.String({ minLength: 1, maxLength: 60, pattern: "^[A-Za-z0-9][A-Za-z0-9 ._-]*$" });

/** What a price is given by. */
export const priceBody = {
  kind: Type.Enum([...priceKinds]),
  item: Item,
  title: line(120),
  model: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  region: Type.String({ minLength: 1, maxLength: 60 }),
  /** Net, for one piece, or one hour. Left out: from then on there is no such price. */
  net: Type.Optional(Money),
  currency: Type.Optional(Type.String({ minLength: 3, maxLength: 3, pattern: "^[A-Z]{3}$" })),
  tax: Type.Optional(Type.Enum(["country", "none"])),
};

/** A price as those who keep prices see it. */
export const PriceSchema = shape({
  id: Type.String(),
  kind: Type.Enum([...priceKinds]),
  item: Type.String(),
  title: Type.String(),
  model: Type.Union([Type.String(), Type.Null()]),
  region: Type.String(),
  net: Type.Union([Money, Type.Null()]),
  tax: Type.Enum(["country", "none"]),
  validFrom: Instant,
});
export type PriceView = Static<typeof PriceSchema>;

/** The outside form of a price. */
export function priceView(price: BenchPrice): PriceView {
  const { priceId, kind, item, title, model, region, netMinor, currency, taxKind, validFrom } = price;
  return {
    ...{ id: publicId("bpr", priceId), kind, item, title, model, region, tax: taxKind },
    net: netMinor === null ? null : { amount: netMinor, currency },
    validFrom: validFrom.toString(),
  };
}

/** What is priced, for which device, and when. */
export interface PriceAsked {
  readonly kind: PriceKind;
  readonly item: string;
  readonly model: string;
  readonly region: string;
  readonly currency: string;
  readonly at: Temporal.Instant;
}

/** The price in force: of the model before that of every model, the newest that has begun. Pure. */
export function priceOfItem(prices: readonly BenchPrice[], asked: PriceAsked): BenchPrice | undefined {
  const fits = prices.filter(
    ({ kind, item, region, currency, validFrom }) =>
      kind === asked.kind &&
      item.toLowerCase() === asked.item.toLowerCase() &&
      region === asked.region &&
      currency === asked.currency &&
      Temporal.Instant.compare(validFrom, asked.at) <= 0,
  );
  const newestOf = (model: string | null) =>
    fits
      .filter((price) => price.model === model)
      .toSorted((one, other) => Temporal.Instant.compare(one.validFrom, other.validFrom))
      .at(-1);
  const own = newestOf(asked.model);
  const found = own === undefined || own.netMinor === null ? newestOf(null) : own;
  return found?.netMinor === null ? undefined : found;
}

/** Tax on a net amount, half a minor unit up. Pure. */
export function taxOn(netMinor: number, rate: TaxRate | undefined): number {
  if (rate === undefined || !rate.isCharged) {
    return 0;
  }
  return Number((BigInt(netMinor) * BigInt(rate.rateBasisPoints) * 2n + 10_000n) / 20_000n);
}

/** What sending a device back unrepaired costs its owner, with its tax; undefined where nothing is asked. */
export async function sendBackPrice(
  db: Pick<ReadContext, "query" | "platform">,
  asked: Omit<PriceAsked, "kind" | "item">,
  country: string | null | undefined,
): Promise<number | undefined> {
  const prices = await heldPrices.rows(db);
  const price = priceOfItem(prices, { ...asked, kind: "send_back", item: "send_back" });
  if (price === undefined || price.netMinor === null) {
    return undefined;
  }
  const rate = price.taxKind === "none" ? undefined : await taxRateOf(db, country, asked.at);
  return price.netMinor + taxOn(price.netMinor, rate);
}
