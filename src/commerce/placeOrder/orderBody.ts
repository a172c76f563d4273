import { Type } from "typebox";
import { Country, Email, line, Money, shape } from "../../platform/index.ts";
import { DeliveryTold, LinesTold } from "../carts/index.ts";
import { VatId } from "../vatNumbers/index.ts";

/** What is told of an order that is placed. */
export const OrderBody = shape({
  lines: LinesTold,
  buyer: shape({
    email: Email,
    name: line(200),
    country: Country,
    /** The business they buy for. */
    company: Type.Optional(line(200)),
    vatId: Type.Optional(VatId),
    /** Of the country, where its law differs by state: ISO 3166-2. */
    state: Type.Optional(Type.String({ pattern: "^[A-Z]{2}-[A-Z0-9]{1,3}$" })),
  }),
  /** The buyer was shown the right to withdraw, with its form. */
  withdrawalShown: Type.Optional(Type.Boolean()),
  /** The digest of what the buyer was told before paying: other words now are `information_changed`. */
  information: Type.Optional(Type.String({ pattern: "^[0-9a-f]{64}$" })),
  /** What the buyer saw that it costs, all in all: another sum is refused as `price_changed`. */
  total: Type.Optional(Money),
  /** The buyer's own number for it. */
  purchaseOrder: Type.Optional(line(60)),
  delivery: DeliveryTold,
});
