import { effect, many, maybeOne } from "../platform/index.ts";
import type { Order } from "./order.ts";

const ORDER = `o.order_id as "orderId", o.buyer_id as "buyerId", o.placed_by as "placedBy", o.country,
  o.programme, o.region, o.vat_id as "vatId", o.buyer_state as "buyerState",
  o.withdrawal_shown as "withdrawalShown", o.currency, o.net_minor as "netMinor",
  o.gross_minor as "grossMinor",
  o.promised_on as "promisedOn", o.state, o.placed_at as "placedAt", o.paid_at as "paidAt",
  o.delivered_at as "deliveredAt",
  (select jsonb_agg(jsonb_build_object(
            'no', line.no, 'sku', line.sku, 'name', line.name, 'plan', line.plan, 'models', line.models,
            'quantity', line.quantity, 'unitNetMinor', line.unit_net_minor,
            'unitGrossMinor', line.unit_gross_minor,
            'taxKind', line.tax_kind, 'taxRateBasisPoints', line.tax_rate_basis_points) order by line.no)
     from commerce.order_line as line
    where line.order_id = o.order_id) as lines`;

/**
 * Who sees an order, by four parameters from a place on: everybody's; what this caller placed; what this
 * address bought, or placed by any of its keys, ended ones too, or signed in; this one.
 */
const seenBy = (first: number): string => {
  const [everybodys, caller, address, opened] = [0, 1, 2, 3].map((place) => `$${first + place}`);
  return `(${everybodys} or o.placed_by = ${caller} or o.order_id = ${opened}
    or o.buyer_id in (select person_id from identity.email_index where email = ${address})
    or o.placed_by in (select 'key:' || key_id from identity.api_key where email = ${address}
                       union all
                       select 'person:' || id from identity.login
                        where email = ${address} and email_verified))`;
};
const SEEN = seenBy(2);

/** Writes a placed order with its lines, which are a JSON list. */
export const insertOrder = effect(
  "insert_order",
  `with placed as (
     insert into commerce.order
       (order_id, buyer_id, placed_by, country, programme, region, vat_id, currency, net_minor, gross_minor,
        delivery, promised_on, state, placed_at, buyer_state, withdrawal_shown)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'email', $11, 'placed', $12, $14, $15)
     returning order_id
   )
   insert into commerce.order_line
     (order_id, no, sku, name, plan, models, quantity, unit_net_minor, unit_gross_minor, tax_kind,
      tax_rate_basis_points)
   select order_id, no, sku, name, plan, models, quantity, "unitNetMinor", "unitGrossMinor", "taxKind",
          "taxRateBasisPoints"
     from placed,
          jsonb_to_recordset($13::jsonb)
            as given(no integer, sku text, name text, plan text, models text[], quantity integer,
                     "unitNetMinor" bigint, "unitGrossMinor" bigint, "taxKind" text,
                     "taxRateBasisPoints" integer)`,
);

/** Locks an order until the transaction ends; undefined when there is none. */
export const lockOrder = maybeOne<Order>(
  "lock_order",
  `select ${ORDER} from commerce.order as o where o.order_id = $1 for update`,
);

/** Locks an order the caller may see. */
export const lockSeenOrder = maybeOne<Order>(
  "lock_seen_order",
  `select ${ORDER} from commerce.order as o where o.order_id = $1 and ${SEEN} for update`,
);

/** An order the caller may see. */
export const seenOrder = maybeOne<Order>(
  "seen_order",
  `select ${ORDER} from commerce.order as o where o.order_id = $1 and ${SEEN}`,
);

/** An order by its id. */
export const orderOf = maybeOne<Order>(
  "order_of",
  `select ${ORDER} from commerce.order as o where o.order_id = $1`,
);

/**
 * A page of the orders the caller may see, the newest first, before an order's id when one is given; `$7` is
 * the state they are in.
 */
export const pageOfOrders = many<Order>(
  "page_of_orders",
  `select ${ORDER}
     from commerce.order as o
    where ($1 = '' or o.order_id < $1) and ${SEEN} and ($7::text is null or o.state = $7)
    order by o.order_id desc
    limit $6`,
);

/** The ids of all orders the caller may see. */
export const ownOrders = many<{ readonly orderId: string }>(
  "own_orders",
  `select o.order_id as "orderId" from commerce.order as o where ${seenBy(1)}`,
);

/** Locks a placed order and marks it as paid and delivered. No row: it was before. */
export const takeToDelivery = maybeOne<Order>(
  "take_order_to_delivery",
  `update commerce.order as o
      set state = 'delivered', paid_at = $2, delivered_at = $2, version = version + 1
    where order_id = $1 and state = 'placed'
   returning ${ORDER}`,
);

/** Orders whose charge was captured before this and which are not delivered all the same. */
export const paidUndelivered = many<{ readonly rootId: string; readonly chargeNo: number }>(
  "paid_undelivered",
  `select o.order_id as "rootId", charge.no as "chargeNo"
     from commerce.order as o
     join money.charge on charge.root_id = o.order_id and charge.purpose = 'order'
    where o.state = 'placed' and charge.state = 'captured' and charge.closed_at < $1`,
);

/** Cancels an order that was not paid for. Zero: it was paid, or cancelled before. */
export const cancelPlaced = effect(
  "cancel_placed_order",
  `update commerce.order set state = 'cancelled', version = version + 1
    where order_id = $1 and state = 'placed'`,
);
