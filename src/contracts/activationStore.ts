import { maybeOne, one } from "../platform/index.ts";
import type { Code } from "./code.ts";

const CODE = `code_digest as digest, last4, programme, plan, sku, models, region, state, sold_at as "soldAt",
  delivered_at as "deliveredAt", redeemed_by as "redeemedBy", redeemed_at as "redeemedAt",
  order_id as "orderId", sale_no as "saleNo", currency, purchase, voided_for as "voidedFor",
  expires_at as "expiresAt"`;

/** Whether one of these buckets has used up its wrong tries of this hour. */
const TOO_MANY = `exists (
  select from identity.spent_try as tried
    join unnest($2::text[], $3::integer[]) as given(bucket, budget) on given.bucket = tried.bucket
   where tried.started_at = $4 and tried.tries >= given.budget) as "tooManyTries"`;

/** A code as it was found, with whether it may be told. All of the code is null when there is none. */
export type CodeFound = { readonly [Field in keyof Code]: Code[Field] | null } & {
  readonly tooManyTries: boolean;
};

/** What was found and locked for an activation. */
export type ActivationFound = CodeFound & {
  /** The device the serial belongs to, or did. */
  readonly knownDeviceId: string | null;
  /**
   * The serial is ours now: nobody had it. Null for a known one, and when another transaction was first.
   */
  readonly claimedDeviceId: string | null;
};

/** The code of what was found; undefined when there was none. */
export function foundCode(found: CodeFound): Code | undefined {
  return found.digest === null ? undefined : (found as Code);
}

/** Finds a code by its digests, for a question. */
export const findCode = one<CodeFound>(
  "find_code",
  `select ${TOO_MANY}, code.*
     from (values (1)) as always
     left join (select ${CODE} from contracts.code where code_digest = any($1::bytea[])) as code on true`,
);

/**
 * Locks a code, and claims the serial for a new device if the code can still be used. One statement,
 * because an activation has ten in all. Code before serial: nobody locks a device first and a code after
 * it.
 */
export const lockCodeAndSerial = one<ActivationFound>(
  "lock_code_and_serial",
  `with code as (
     select ${CODE} from contracts.code where code_digest = any($1::bytea[]) for update
   ), known as (
     select device_id from contracts.serial_index where serial = $5
   ), claimed as (
     insert into contracts.serial_index (serial, device_id)
     select $5, $6 from code
      where code.state = 'sold' and code."deliveredAt" is not null and not exists (select from known)
     on conflict (serial) do nothing
     returning device_id
   )
   select ${TOO_MANY}, (select device_id from known) as "knownDeviceId",
          (select device_id from claimed) as "claimedDeviceId", code.*
     from (values (1)) as always left join code on true`,
);

/**
 * Redeems a sold code into a contract with its slots, and writes its device down if it is new (`$1` is null
 * for a known one). No row: the code was redeemed, voided or expired meanwhile, and nothing is written.
 */
export const redeemCode = maybeOne<{ no: number }>(
  "redeem_code",
  `with redeemed as (
     update contracts.code
        set state = 'redeemed', redeemed_by = $4, redeemed_at = $5, version = version + 1
      where code_digest = $3 and state = 'sold' and (expires_at is null or expires_at > $5)
     returning code_digest
   ), device as (
     insert into contracts.device
     select given.* from redeemed, jsonb_populate_record(null::contracts.device, $1::jsonb) as given
      where $1::jsonb is not null
     returning device_id, serial, activated_at, created_at
   ), unit as (
     insert into contracts.unit (device_id, no, serial, from_at, reason)
     select device_id, 1, serial, coalesce(activated_at, created_at), 'first' from device
   ), contract as (
     insert into contracts.contract
     select given.* from redeemed, json_populate_record(null::contracts.contract, $2::json) as given
     returning device_id, no
   ), slot as (
     insert into contracts.benefit_slot (device_id, contract_no, benefit, no, state)
     select contract.device_id, contract.no, granted.benefit, slot.no, 'free'
       from contract, jsonb_to_recordset($6::jsonb) as granted(benefit text, count integer),
            generate_series(1, granted.count) as slot(no)
   )
   select no from contract`,
);
