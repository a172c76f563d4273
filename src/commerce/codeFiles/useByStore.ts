import { many } from "../../platform/index.ts";

/** The last day each code of an order may be used, by its digest in hex; those without one are left out. */
export const useByOfOrder = many<{ readonly digest: string; readonly useBy: Temporal.PlainDate }>(
  "use_by_of_order",
  `select encode(code_digest, 'hex') as digest, last_use_on as "useBy"
     from contracts.code where order_id = $1 and last_use_on is not null`,
);
