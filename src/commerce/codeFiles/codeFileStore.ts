import { many } from "../../platform/index.ts";

/** The last day each code of an order may be used, by its digest in hex; those without one are left out. */
export const useByOfOrder = many<{ readonly digest: string; readonly useBy: Temporal.PlainDate }>(
  "use_by_of_order",
  `select encode(code_digest, 'hex') as digest, use_by as "useBy"
     from contracts.code where order_id = $1 and use_by is not null`,
);
