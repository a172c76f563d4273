import { effect, many, one } from "../../platform/index.ts";
import type { Warranty, WarrantySource } from "./warranty.ts";

const SOURCE = `no, what, told_at as "toldAt", told_on as "toldOn", told_by as "toldBy", proof, reason,
  claim_no as "claimNo", at, actor`;
const WARRANTY = `no, component, kind, basis, source_no as "sourceNo", starts_on as "startsOn", zone,
  ends_at as "endsAt", counts_from as "countsFrom", longer_by as "longerBy", rule, clause,
  contract_no as "contractNo", claim_no as "claimNo", reason, at, actor`;

/** What was told of a device's warranty, in order. */
export const sourcesOf = many<WarrantySource>(
  "warranty_sources_of",
  `select ${SOURCE} from contracts.warranty_source where device_id = $1 order by no`,
);

/** All versions of a device's warranties, in order. */
export const warrantiesOf = many<Warranty>(
  "warranties_of",
  `select ${WARRANTY} from contracts.warranty where device_id = $1 order by no`,
);

/** Keeps what was told (`$2`, a JSON list), on a locked device. */
export const insertSources = effect(
  "insert_warranty_sources",
  `insert into contracts.warranty_source
     (device_id, no, what, told_at, told_on, told_by, proof, reason, claim_no, at, actor)
   select $1, no, what, "toldAt", "toldOn", "toldBy", proof, reason, "claimNo", at, actor
     from jsonb_to_recordset($2::jsonb) as told(no integer, what text, "toldAt" timestamptz, "toldOn" date,
       "toldBy" text, proof text, reason text, "claimNo" integer, at timestamptz, actor text)`,
);

/**
 * Keeps versions (`$2`, a JSON list) on a locked device, and writes the end that stands for the device into
 * its row.
 */
export const insertWarranties = effect(
  "insert_warranties",
  `with kept as (
     insert into contracts.warranty
       (device_id, no, component, kind, basis, source_no, starts_on, zone, ends_at, counts_from, longer_by,
        rule, clause, contract_no, claim_no, reason, at, actor)
     select $1, no, component, kind, basis, "sourceNo", "startsOn", zone, "endsAt", "countsFrom", "longerBy",
            rule, clause, "contractNo", "claimNo", reason, at, actor
       from jsonb_to_recordset($2::jsonb) as given(no integer, component text, kind text, basis text,
         "sourceNo" integer, "startsOn" date, zone text, "endsAt" timestamptz, "countsFrom" timestamptz,
         "longerBy" text, rule text, clause text, "contractNo" integer, "claimNo" integer, reason text,
         at timestamptz, actor text)
     returning no, component, ends_at
   )
   update contracts.device as d
      set warranty_ends_at = newest.ends_at, version = d.version + 1
     from (select ends_at from kept where component = 'device' order by no desc limit 1) as newest
    where d.device_id = $1`,
);

/** What begun records are of rules (`$1`, a JSON list of keys): what they are for, and from which day on. */
const RULED = `from contracts.warranty as w
  join contracts.device as d using (device_id)
  left join catalogue.model as m on m.model = d.model
 where w.kind = 'started' and exists (
   select from jsonb_to_recordset($1::jsonb) as r(scope text, region text, "validFrom" date)
    where r.scope in ('*', 'maker:' || m.maker, 'series:' || d.series, 'model:' || d.model)
      and r.region in ('*', d.region) and w.starts_on >= r."validFrom")`;

/** The devices whose warranty has begun that rules are for, behind an id. */
export const devicesRuled = many<{ readonly deviceId: string }>(
  "devices_of_warranty_rules",
  `select distinct w.device_id as "deviceId" ${RULED} and w.device_id > $2 order by w.device_id limit $3`,
);

/** How many they are. */
export const countRuled = one<{ readonly count: number }>(
  "count_of_warranty_rules",
  `select count(distinct w.device_id)::integer as count ${RULED}`,
);
