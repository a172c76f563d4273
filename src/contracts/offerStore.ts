import { many } from "../platform/index.ts";

/** A plan that is sold as a code for a model. */
export interface Offer {
  readonly programme: string;
  readonly plan: string;
}

/** The plans that are sold as codes for a model. */
export const offersForModel = many<Offer>(
  "offers_for_model",
  `select distinct programme, plan
     from catalogue.product
    where sold_as = 'code' and $1 = any(models)
    order by programme, plan`,
);
