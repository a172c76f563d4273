import { type Static, Type } from "typebox";
import { Instant, publicId, shape } from "../../platform/index.ts";

/** Kept and not worked; worked; waiting for a person; told before; none of our business. */
export const messageStates = ["new", "done", "waiting", "repeated", "ignored"] as const;
export type MessageState = (typeof messageStates)[number];

/** Why a message waits for a person, or what else became of it. */
export const messageOutcomes = [
  "sku_unknown",
  "order_refused",
  "payment_missing",
  "country_outside",
  "refund_refused",
  "order_not_told",
  "topic_unknown",
  "not_readable",
  "test",
] as const;
export type MessageOutcome = (typeof messageOutcomes)[number];

/** What a message led to. `used` are codes that were wanted back and are used already. */
export const MessageDetails = shape({
  skus: Type.Optional(Type.Array(Type.String())),
  refusal: Type.Optional(Type.String()),
  country: Type.Optional(Type.String()),
  orders: Type.Optional(Type.Array(Type.String())),
  ordered: Type.Optional(Type.Integer()),
  voided: Type.Optional(Type.Integer()),
  used: Type.Optional(Type.Integer()),
});
export type MessageDetails = Static<typeof MessageDetails>;

/** A message of a shop's, as it is stored. */
export interface ShopMessage {
  readonly shopId: string;
  readonly messageId: string;
  readonly topic: string;
  readonly shopOrder: string | null;
  readonly state: MessageState;
  readonly outcome: MessageOutcome | null;
  readonly details: MessageDetails;
  readonly receivedAt: Temporal.Instant;
  readonly workedAt: Temporal.Instant | null;
}

/** A message as it is shown: what it is about, and nobody it is about. */
export const ShopMessageSchema = shape({
  id: Type.String(),
  shop: Type.String(),
  topic: Type.String(),
  /** The shop's own number of its order. */
  shopOrder: Type.Union([Type.String(), Type.Null()]),
  state: Type.Enum([...messageStates]),
  outcome: Type.Union([Type.Enum([...messageOutcomes]), Type.Null()]),
  details: MessageDetails,
  receivedAt: Instant,
  workedAt: Type.Union([Instant, Type.Null()]),
});
export type ShopMessageView = Static<typeof ShopMessageSchema>;

/** A message as it is shown. */
export function shopMessageView(message: ShopMessage): ShopMessageView {
  const { shopId, messageId, topic, shopOrder, state, outcome, details, receivedAt, workedAt } = message;
  return {
    id: messageId,
    shop: publicId("shp", shopId),
    ...{ topic, shopOrder, state, outcome, details },
    receivedAt: receivedAt.toString(),
    workedAt: workedAt?.toString() ?? null,
  };
}
