import { many } from "../platform/index.ts";

/** Which device each of these serials belongs to, or did. */
export const devicesOfSerials = many<{ readonly serial: string; readonly deviceId: string }>(
  "devices_of_serials",
  `select serial, device_id as "deviceId" from contracts.serial_index where serial = any($1::text[])`,
);

/** The plans that are sold as codes, and the SKU of each, for any of these models. */
export const offersForModels = many<{
  readonly programme: string;
  readonly plan: string;
  readonly sku: string;
  readonly models: readonly string[];
}>(
  "offers_for_models",
  `select programme, plan, sku, models
     from catalogue.product
    where sold_as = 'code' and models && $1::text[] and ($2::text is null or sku = $2)
    order by programme, plan, sku`,
);
