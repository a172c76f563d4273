import { effect, many, maybeOne, one } from "../platform/index.ts";
import type { OfferNow, Order } from "./order.ts";

const ORDER = `o.order_id as "orderId", o.buyer_id as "buyerId", o.placed_by as "placedBy",
  o.reseller_id as "resellerId", o.customer_group as "customerGroup", o.purchase_order as "purchaseOrder",
  o.country, o.programme, o.region, o.vat_id as "vatId", o.buyer_state as "buyerState",
  o.withdrawal_shown as "withdrawalShown", o.tax_treatment as "taxTreatment", o.vat_proof as "vatProof",
  o.information_digest as "informationDigest",
  o.cancelled_at as "cancelledAt", o.currency, o.net_minor as "netMinor",
  o.gross_minor as "grossMinor", o.delivery, o.pickup_point as "pickupPoint",
  o.delivery_net_minor as "deliveryNetMinor", o.delivery_gross_minor as "deliveryGrossMinor",
  o.delivery_tax_kind as "deliveryTaxKind",
  o.delivery_tax_rate_basis_points as "deliveryTaxRateBasisPoints",
  o.promised_on as "promisedOn", o.state, o.placed_at as "placedAt", o.paid_at as "paidAt",
  o.delivered_at as "deliveredAt",
  (select jsonb_agg(jsonb_build_object(
            'no', line.no, 'sku', line.sku, 'name', line.name, 'soldAs', line.sold_as, 'plan', line.plan,
            'models', line.models, 'quantity', line.quantity, 'unitNetMinor', line.unit_net_minor,
            'unitGrossMinor', line.unit_gross_minor, 'taxKind', line.tax_kind,
            'taxRateBasisPoints', line.tax_rate_basis_points,
            'promisedOn', coalesce(line.promised_on, o.promised_on), 'weightGrams', line.weight_grams,
            'cancelledQuantity', line.cancelled_quantity) order by line.no)
     from commerce.order_line as line
    where line.order_id = o.order_id) as lines`;

/**
 * Who sees an order, by five parameters from a place on: everybody's; what this caller placed; what this
 * address bought, or placed by any of its keys, ended ones too, or signed in; this one; what the team of
 * this reseller placed.
 */
export const seenBy = (first: number): string => {
  const [everybodys, caller, address, opened, reseller] = [0, 1, 2, 3, 4].map((place) => `$${first + place}`);
  return `(${everybodys} or o.placed_by = ${caller} or o.order_id = ${opened} or o.reseller_id = ${reseller}
    or o.buyer_id in (select person_id from identity.email_index where email = ${address})
    or o.placed_by in (select 'key:' || key_id from identity.api_key where email = ${address}
                       union all
                       select 'person:' || id from identity.login
                        where email = ${address} and email_verified))`;
};
const SEEN = seenBy(2);

/**
 * Writes a placed order, a JSON object, with its lines, a JSON list, and keeps what was shown to its buyer
 * (digest, language, text, instant), once for each text there is.
 */
export const insertOrder = effect(
  "insert_order",
  `with shown as (
     insert into commerce.shown_information (digest, language, text, shown_at)
     values ($3, $4, $5, $6)
     on conflict (digest) do nothing
   ), placed as (
     insert into commerce.order
       (order_id, buyer_id, placed_by, reseller_id, customer_group, purchase_order, country, programme,
        region, vat_id, buyer_state, withdrawal_shown, currency, net_minor, gross_minor, delivery,
        pickup_point, delivery_net_minor, delivery_gross_minor, delivery_tax_kind,
        delivery_tax_rate_basis_points, promised_on, state, placed_at, tax_treatment, vat_proof,
        information_digest)
     select "orderId", "buyerId", "placedBy", "resellerId", "customerGroup", "purchaseOrder", country,
            programme, region, "vatId", "buyerState", "withdrawalShown", currency, "netMinor", "grossMinor",
            delivery, "pickupPoint", "deliveryNetMinor", "deliveryGrossMinor", "deliveryTaxKind",
            "deliveryTaxRateBasisPoints", "promisedOn", 'placed', "placedAt", "taxTreatment", "vatProof",
            "informationDigest"
       from jsonb_to_record($1::jsonb)
         as given("orderId" text, "buyerId" text, "placedBy" text, "resellerId" text, "customerGroup" text,
                  "purchaseOrder" text, country text, programme text, region text, "vatId" text,
                  "buyerState" text, "withdrawalShown" boolean, currency text, "netMinor" bigint,
                  "grossMinor" bigint, delivery text, "pickupPoint" text, "deliveryNetMinor" bigint,
                  "deliveryGrossMinor" bigint, "deliveryTaxKind" text, "deliveryTaxRateBasisPoints" integer,
                  "promisedOn" date, "placedAt" timestamptz, "taxTreatment" text, "vatProof" text,
                  "informationDigest" text)
     returning order_id
   )
   insert into commerce.order_line
     (order_id, no, sku, name, sold_as, plan, models, quantity, unit_net_minor, unit_gross_minor, tax_kind,
      tax_rate_basis_points, promised_on, weight_grams)
   select order_id, no, sku, name, "soldAs", plan, models, quantity, "unitNetMinor", "unitGrossMinor",
          "taxKind", "taxRateBasisPoints", "promisedOn", coalesce("weightGrams", 0)
     from placed,
          jsonb_to_recordset($2::jsonb)
            as given(no integer, sku text, name text, "soldAs" text, plan text, models text[],
                     quantity integer, "unitNetMinor" bigint, "unitGrossMinor" bigint, "taxKind" text,
                     "taxRateBasisPoints" integer, "promisedOn" date, "weightGrams" integer)`,
);

/** Locks an order until the transaction ends; undefined when there is none. */
export const lockOrder = maybeOne<Order>(
  "lock_order",
  `select ${ORDER} from commerce.order as o where o.order_id = $1 for update`,
);

/** Locks orders in the order of their ids; what is no order is left out. */
export const lockOrders = many<{ readonly orderId: string }>(
  "lock_orders",
  `select order_id as "orderId" from commerce.order
    where order_id = any($1::text[]) order by order_id for update`,
);

/** Locks an order the caller may see. */
export const lockSeenOrder = maybeOne<Order>(
  "lock_seen_order",
  `select ${ORDER} from commerce.order as o where o.order_id = $1 and ${SEEN} for update`,
);

/** Locks an order the caller may see, with what its products' offers say now. */
export const lockOrderToPay = maybeOne<Order & { readonly products: readonly OfferNow[] }>(
  "lock_order_to_pay",
  `select ${ORDER},
          (select coalesce(jsonb_agg(jsonb_build_object('sku', product.sku,
                    'minQuantity', coalesce(offer.min_quantity, 1),
                    'multiple', coalesce(offer.multiple, 1))), '[]'::jsonb)
             from commerce.order_line as line
             join catalogue.product on product.sku = line.sku
             left join catalogue.offer on offer.sku = product.sku
            where line.order_id = o.order_id) as products
     from commerce.order as o where o.order_id = $1 and ${SEEN} for update`,
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
 * A page of the orders the caller may see, the newest first, before an order's id when one is given; `$8` is
 * the state they are in.
 */
export const pageOfOrders = many<Order>(
  "page_of_orders",
  `select ${ORDER}
     from commerce.order as o
    where ($1 = '' or o.order_id < $1) and ${SEEN} and ($8::text is null or o.state = $8)
    order by o.order_id desc
    limit $7`,
);

/** Which of these orders a caller sees as its own. */
export const seenAmong = many<{ readonly orderId: string }>(
  "seen_among_orders",
  `select o.order_id as "orderId"
     from commerce.order as o where ${seenBy(1)} and o.order_id = any($6::text[])`,
);

/** The ids of all orders the caller may see. */
export const ownOrders = many<{ readonly orderId: string }>(
  "own_orders",
  `select o.order_id as "orderId" from commerce.order as o where ${seenBy(1)}`,
);

/** An order that is paid now, with whether it holds codes of batches. */
export type PaidOrder = Order & { readonly holdsCodes: boolean };

/**
 * Locks placed orders by their ids and marks them as paid; those of codes alone are delivered with it. An
 * order without a row was paid before.
 */
export const takeToDelivery = many<PaidOrder>(
  "take_orders_to_delivery",
  `with locked as (
     select order_id from commerce.order
      where order_id = any($1::text[]) and state = 'placed' order by order_id for update
   )
   update commerce.order as o
      set paid_at = $2::timestamptz, version = version + 1,
          state = case when sends.goods then 'paid' else 'delivered' end,
          delivered_at = case when sends.goods then null else $2::timestamptz end
     from locked
    cross join lateral (select bool_or(sold_as = 'goods') as goods from commerce.order_line as line
                         where line.order_id = locked.order_id) as sends
    where o.order_id = locked.order_id and o.state = 'placed'
   returning ${ORDER},
             exists (select from contracts.code as held
                      where held.order_id = o.order_id and held.state = 'stock') as "holdsCodes"`,
);

/** How often the codes of an order were mailed again since an instant, and the first time. */
export const resentSince = one<{ readonly count: number; readonly first: Temporal.Instant | null }>(
  "resent_since",
  `select count(*)::integer as count, min(at) as first from platform.event
    where root_id = $1 and type = 'CodesResent' and at > $2`,
);

/** An order whose codes are kept until its reseller opens is paid, and not delivered yet. */
export const keepCodesBack = effect(
  "keep_codes_back",
  `update commerce.order set state = 'paid', delivered_at = null, version = version + 1
    where order_id = $1 and state = 'delivered'`,
);

/** An order of codes alone is delivered when they are handed out. */
export const closeKept = effect(
  "close_kept_order",
  `update commerce.order set state = 'delivered', delivered_at = $2, version = version + 1
    where order_id = $1 and state = 'paid'`,
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
  `update commerce.order set state = 'cancelled', cancelled_at = $2, version = version + 1
    where order_id = $1 and state = 'placed'`,
);
