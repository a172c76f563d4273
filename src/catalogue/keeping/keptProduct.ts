import { type Static, Type } from "typebox";
import { Instant, line, shape } from "../../platform/index.ts";
import { soldAs } from "../shelf/index.ts";

/** A SKU in a path. */
export const SkuParams = shape({ sku: Type.String({ minLength: 1, maxLength: 60 }) });

const NamedText = shape({ name: line(200), value: line(500) });

/** What people write of a product. A feed writes it too, but for what a person has set. */
export const Sheet = {
  productCode: line(80),
  name: line(200),
  brand: line(60),
  /** Its place in the shop from the outside in: `power/battery`; empty is nowhere. */
  category: Type.String({ maxLength: 170, pattern: "^([a-z0-9-]{1,40}(/[a-z0-9-]{1,40}){0,3})?$" }),
  summary: Type.String({ maxLength: 500 }),
  specifications: Type.Array(NamedText, { maxItems: 60 }),
  photoUrl: Type.Optional(Type.String({ maxLength: 500, pattern: "^https://[^\\s]+$" })),
  gtin: Type.Optional(Type.String({ pattern: "^([0-9]{8}|[0-9]{12,14})$" })),
  weightGrams: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
} as const;

/** The fields a feed writes, so that a person who sets one keeps it. `prices` are those of retail. */
export const feedFields = [...Object.keys(Sheet), "prices"] as readonly (keyof typeof Sheet | "prices")[];
export type FeedField = (typeof feedFields)[number];

/** How many there are and how they are ordered, as a person sets it where no supplier does. */
export const OfferTerms = {
  /** Left out: as many as are wanted. */
  stock: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
  leadDays: Type.Integer({ minimum: 0, maximum: 365 }),
  minQuantity: Type.Integer({ minimum: 1, maximum: 100_000 }),
  multiple: Type.Integer({ minimum: 1, maximum: 100_000 }),
} as const;

export const codeSupplies = ["minted", "batch"] as const;

const OrNull = <Schema extends Parameters<typeof Type.Array>[0]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);

/** A product as its keepers see it, listed or not. */
export const KeptProductView = shape({
  sku: Type.String(),
  soldAs: Type.Enum([...soldAs]),
  ...Sheet,
  specifications: Type.Array(shape({ name: Type.String(), value: Type.String() })),
  photoUrl: OrNull(Type.String()),
  gtin: OrNull(Type.String()),
  programme: OrNull(Type.String()),
  plan: OrNull(Type.String()),
  models: Type.Array(Type.String()),
  codeSupply: Type.Enum([...codeSupplies]),
  isListed: Type.Boolean(),
  /** What a person has set and no feed writes over. */
  keptFields: Type.Array(Type.String()),
  offer: shape({
    ...OfferTerms,
    /** Null is as many as are wanted. */
    stock: OrNull(Type.Integer()),
    supplier: OrNull(Type.String()),
    supplierKey: OrNull(Type.String()),
    supplierCode: OrNull(Type.String()),
    description: Type.String(),
    parameters: Type.Array(shape({ name: Type.String(), value: Type.String() })),
  }),
  changedAt: Instant,
  /** Goes up with each change; who edits says which one was looked at. */
  version: Type.Integer(),
});
export type KeptProductView = Static<typeof KeptProductView>;

/** A product as its keepers read it. */
export interface KeptProduct extends Omit<KeptProductView, "changedAt"> {
  readonly changedAt: Temporal.Instant;
}

/** A product as its keepers see it. */
export function keptProductView({ changedAt, ...rest }: KeptProduct): KeptProductView {
  return { ...rest, changedAt: changedAt.toString() };
}
