import { effect, maybeOne, one, type Queryable } from "../../platform/index.ts";
import type { KeptCard } from "./card.ts";

/** A card with what its newest try says is to be done. */
export const keptCardOf: (db: Queryable, rootId: unknown, no: unknown) => Promise<KeptCard | undefined> =
  maybeOne<KeptCard>(
    "kept_card_of",
    `select card.root_id as "rootId", card.no, card.holder_id as "holderId", card.provider, card.method,
            card.currency, card.state, card.customer_ref as "customerRef", card.card_ref as "cardRef",
            card.brand, card.last_four as "lastFour", card.expires_on as "expiresOn",
            card.unwanted_at as "unwantedAt", attempt.next_url as "nextUrl",
            attempt.answered_at is not null as "isAnswered"
       from money.kept_card as card
       left join lateral (
         select next_url, answered_at from money.attempt
          where attempt.root_id = card.root_id and attempt.about = 'card' and attempt.about_no = card.no
          order by attempt.no desc
          limit 1) as attempt on true
      where card.root_id = $1 and card.no = $2`,
  );

/** Asks for a card, under the lock of its root. Errors: another is wanted already (a key). */
export const insertCard = one<{ no: number }>(
  "insert_kept_card",
  `insert into money.kept_card (root_id, no, holder_id, provider, method, currency, asked_at)
   select $1::text, 1 + coalesce((select max(no) from money.kept_card where root_id = $1), 0),
          $2, $3, $4, $5, $6
   returning no`,
);

/** It is kept: the provider's words for it, and its holder's. 0: it is not asked for any more. */
export const saveKept = effect(
  "save_kept_card",
  `update money.kept_card
      set state = 'kept', customer_ref = $3, card_ref = $4, brand = $5, last_four = $6, expires_on = $7,
          kept_at = $8
    where root_id = $1 and no = $2 and state = 'asked'`,
);

/** It was not kept. */
export const saveNotKept = effect(
  "save_card_not_kept",
  `update money.kept_card set state = 'failed', closed_at = $3
    where root_id = $1 and no = $2 and state = 'asked'`,
);

/** Nobody wants it any more. No row: that was said before, or it is gone. */
export const saveUnwanted = maybeOne<Pick<KeptCard, "state" | "provider" | "method">>(
  "save_card_unwanted",
  `update money.kept_card set unwanted_at = $3
    where root_id = $1 and no = $2 and state in ('asked', 'kept') and unwanted_at is null
   returning state, provider, method`,
);

/** Its provider has forgotten it, and so do we. */
export const saveForgotten = effect(
  "save_card_forgotten",
  `update money.kept_card
      set state = 'forgotten', closed_at = $3, customer_ref = null, card_ref = null, brand = null,
          last_four = null, expires_on = null
    where root_id = $1 and no = $2 and state = 'kept' and unwanted_at is not null`,
);
