import { many } from "../platform/index.ts";
import type { CodeState } from "./code.ts";

/** The codes of these digests, each with its contract where that is of the device with the serial given. */
export const typedCodeRows = many<{
  readonly place: number;
  readonly orderId: string | null;
  readonly state: CodeState;
  readonly contract: string | null;
}>(
  "typed_codes",
  `select given.place, code.order_id as "orderId", code.state,
          case when known.device_id is null then null else code.redeemed_by end as contract
     from unnest($1::integer[], $2::bytea[], $3::text[]) as given(place, digest, serial)
     join contracts.code as code on code.code_digest = given.digest
     left join contracts.serial_index as known
       on known.serial = given.serial and known.device_id = split_part(code.redeemed_by, '_', 2)`,
);
