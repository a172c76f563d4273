import { effect, many, maybeOne } from "../../platform/index.ts";
import type { Counts, ToldOrder } from "./nextShopStep.ts";
import type { Pieces, ShopTold } from "./readShopMessage.ts";
import type { ShopMessage } from "./shopMessage.ts";

const MESSAGE = `shop_id as "shopId", message_id as "messageId", topic, shop_order as "shopOrder", state,
  outcome, details, received_at as "receivedAt", worked_at as "workedAt"`;

/**
 * Keeps a message. No row: it was kept before, by its id or by what it says (`$5` is what it is about, `$6`
 * the digest of that).
 */
export const keepMessage = maybeOne<{ readonly messageId: string }>(
  "keep_shop_message",
  `insert into commerce.shop_message
     (shop_id, message_id, topic, shop_order, subject, digest, content, state, outcome, received_at,
      worked_at)
   values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8::text, $9, $10::timestamptz,
           case when $8::text = 'new' then null else $10::timestamptz end)
   on conflict do nothing
   returning message_id as "messageId"`,
);

/** Makes the row that all work on a shop's order is serial on. */
export const openShopOrder = effect(
  "open_shop_order",
  "insert into commerce.shop_order (shop_id, shop_order) values ($1, $2) on conflict do nothing",
);

/** An order that is being made: its number among those of the shop's order. */
export interface ShopPlan {
  readonly no: number;
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[];
  /** Where the shop's customer is, where it said so. */
  readonly country?: string;
  /** Ours, once it is placed. */
  readonly orderId: string | null;
}

/** A shop's order as it is stored. */
export interface ShopOrder {
  readonly told: ToldOrder | null;
  readonly refunds: Readonly<Record<string, Pieces>>;
  readonly issued: Counts;
  readonly used: Counts;
  readonly plan: ShopPlan | null;
  readonly orders: number;
  readonly customerId: string | null;
}

/** Locks a shop's order until the transaction ends. */
export const lockShopOrder = maybeOne<ShopOrder>(
  "lock_shop_order",
  `select told, refunds, issued, used, plan, orders, customer_id as "customerId"
     from commerce.shop_order where shop_id = $1 and shop_order = $2 for update`,
);

/** Writes down all that is known of a shop's order by now. */
export const saveShopOrder = effect(
  "save_shop_order",
  `update commerce.shop_order
      set told = $3::jsonb, refunds = $4::jsonb, issued = $5::jsonb, used = $6::jsonb, plan = $7::jsonb,
          orders = $8, customer_id = $9, version = version + 1
    where shop_id = $1 and shop_order = $2`,
);

/** What was told of an order and not read into it yet, the oldest first. */
export const unreadMessages = many<{ readonly messageId: string; readonly content: ShopTold }>(
  "unread_shop_messages",
  `select message_id as "messageId", content from commerce.shop_message
    where shop_id = $1 and shop_order = $2 and state = 'new' and content is not null
    order by received_at, message_id`,
);

/** What was read is forgotten: the order knows what it wants. */
export const forgetContent = effect(
  "forget_shop_content",
  `update commerce.shop_message set content = null
    where shop_id = $1 and shop_order = $2 and state = 'new' and content is not null`,
);

/** Adds to what the messages of an order that are being worked led to. */
export const addDetails = effect(
  "add_shop_details",
  `update commerce.shop_message set details = details || $3::jsonb
    where shop_id = $1 and shop_order = $2 and state = 'new'`,
);

/** Says what became of the messages of an order that were being worked; done, of those that waited too. */
export const settleMessages = effect(
  "settle_shop_messages",
  `update commerce.shop_message set state = $3, outcome = $4, details = details || $5::jsonb, worked_at = $6
    where shop_id = $1 and shop_order = $2 and (state = 'new' or $3 = 'done' and state = 'waiting')`,
);

/** Takes the messages of an order that wait up again. */
export const takeUpWaiting = many<{ readonly messageId: string }>(
  "take_up_shop_messages",
  `update commerce.shop_message set state = 'new', outcome = null, worked_at = null,
          details = details - 'skus' - 'refusal'
    where shop_id = $1 and shop_order = $2 and state = 'waiting'
   returning message_id as "messageId"`,
);

/** The orders of a shop whose messages wait for its SKUs to be mapped. */
export const ordersThatWait = many<{ readonly shopOrder: string }>(
  "shop_orders_that_wait",
  `select distinct shop_order as "shopOrder" from commerce.shop_message
    where shop_id = $1 and state = 'waiting' and outcome = 'sku_unknown'`,
);

/** A message of a shop that the caller sees. */
export const messageOf = maybeOne<ShopMessage>(
  "shop_message_of",
  `select ${MESSAGE} from commerce.shop_message where shop_id = $1 and message_id = $2`,
);

/** The newest first; of one state where one is given, before an instant and id. */
export const pageOfMessages = many<ShopMessage>(
  "page_of_shop_messages",
  `select ${MESSAGE} from commerce.shop_message
    where shop_id = $1 and ($2::text is null or state = $2)
      and ($3::timestamptz is null or (received_at, message_id) < ($3, $4))
    order by received_at desc, message_id desc limit $5`,
);

/** Orders with a message that was kept and not worked, from before this: their job was lost. */
export const lostShopWork = many<{ readonly shopId: string; readonly shopOrder: string }>(
  "lost_shop_work",
  `select distinct shop_id as "shopId", shop_order as "shopOrder" from commerce.shop_message
    where state = 'new' and shop_order is not null and received_at < $1
         and received_at > $1 - interval '7 days'`,
);
