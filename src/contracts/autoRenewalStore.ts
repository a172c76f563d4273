import { effect, maybeOne, type Queryable } from "../platform/index.ts";
import type { AutoRenewal } from "./autoRenewal.ts";

/** The consent that holds for a device; undefined when there is none, or no longer. */
export const autoRenewalOf: (db: Queryable, deviceId: unknown) => Promise<AutoRenewal | undefined> =
  maybeOne<AutoRenewal>(
    "auto_renewal_of",
    `select device_id as "deviceId", no, contract_no as "contractNo", holder_id as "holderId", method,
            card_no as "cardNo",
            product, price_minor as "priceMinor", currency, agreed_at as "agreedAt",
            announced_no as "announcedNo", announced_minor as "announcedMinor", country
       from contracts.auto_renewal where device_id = $1 and ended_at is null`,
  );

/**
 * Keeps a consent, under the lock of its device; a country that is not told again is that of the consent
 * before it. No row: one holds already.
 */
export const insertAutoRenewal = maybeOne<{ no: number }>(
  "insert_auto_renewal",
  `insert into contracts.auto_renewal
     (device_id, no, contract_no, holder_id, method, card_no, product, price_minor, currency, wording,
      agreed_by, agreed_at, country)
   select $1::text, 1 + coalesce((select max(no) from contracts.auto_renewal where device_id = $1), 0),
          $2, $3::text, $4, $5, $6, $7, $8, $9, $10, $11,
          coalesce($12::text, (
            select country from contracts.auto_renewal
             where device_id = $1 and holder_id = $3 order by no desc limit 1))
    where not exists (select from contracts.auto_renewal where device_id = $1 and ended_at is null)
   returning no`,
);

/** Notes which renewal was announced at which price. */
export const announceAutoRenewal = effect(
  "announce_auto_renewal",
  `update contracts.auto_renewal set announced_no = $2, announced_minor = $3, announced_at = $4
    where device_id = $1 and ended_at is null`,
);

/** Ends the consent that holds for a device. No row: there is none. */
export const endAutoRenewal = maybeOne<{ no: number; cardNo: number | null }>(
  "end_auto_renewal",
  `update contracts.auto_renewal set ended_at = $2, end_reason = $3
    where device_id = $1 and ended_at is null
   returning no, card_no as "cardNo"`,
);
