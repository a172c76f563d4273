import { effect, many } from "../../platform/index.ts";
import type { DeliveryRule, DeliverySentence } from "./deliveryRule.ts";

/** Every rule, country by country, in the order their keeper gave them. */
export const allDeliveryRules = many<DeliveryRule>(
  "delivery_rules",
  `select country, option, currency, price_minor as "priceMinor", free_from_minor as "freeFromMinor",
          most_grams as "mostGrams"
     from commerce.delivery_rule
    order by country, no`,
);

/** Every sentence for buyers elsewhere. */
export const allDeliverySentences = many<DeliverySentence>(
  "delivery_sentences",
  "select country, says from commerce.delivery_outside order by country",
);

/** Takes away the rules of a country. */
export const removeRules = effect(
  "remove_delivery_rules",
  "delete from commerce.delivery_rule where country = $1",
);

/** Writes the rules of a country, a JSON list, in its order. */
export const insertRules = effect(
  "insert_delivery_rules",
  `insert into commerce.delivery_rule
     (country, no, option, currency, price_minor, free_from_minor, most_grams)
   select $1, no, given ->> 'option', given ->> 'currency', (given ->> 'priceMinor')::bigint,
          (given ->> 'freeFromMinor')::bigint, (given ->> 'mostGrams')::bigint
     from jsonb_array_elements($2::jsonb) with ordinality as rule(given, no)`,
);

/** Sets the sentence of a country without rules. */
export const setSentence = effect(
  "set_delivery_sentence",
  `insert into commerce.delivery_outside (country, says) values ($1, $2)
   on conflict (country) do update set says = excluded.says`,
);

/** Takes away the sentence of a country: then it is told what all others are. */
export const removeSentence = effect(
  "remove_delivery_sentence",
  "delete from commerce.delivery_outside where country = $1",
);
