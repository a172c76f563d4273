import { many } from "../../platform/index.ts";

/** The kinds of things that are found, in the order people at a desk ask for them. */
export const foundKinds = [
  ...(["case", "device", "contract", "verification", "order", "code", "unit", "stray"] as const),
  ...(["charge", "refund", "hold", "dispute"] as const),
] as const;
export type FoundKind = (typeof foundKinds)[number];

/** One thing that was found. */
export interface FoundRow {
  readonly kind: FoundKind;
  /** What it is numbered within, or itself. */
  readonly root: string;
  readonly no: number | null;
  /** What it is known by: a serial, the end of a code, a place. */
  readonly text: string | null;
  /** A model, a programme, a person: whatever tells it from others of its kind. */
  readonly about: string | null;
  readonly state: string | null;
  readonly at: Temporal.Instant | null;
  /** The digest of a code. */
  readonly digest: Buffer | null;
  /** How many of its kind the statement found; left out where it brings all that there are. */
  readonly total?: number | null;
}

/** A row that was found by a text of its own. */
export interface NamedRow extends FoundRow {
  readonly found: string;
  readonly matched: "tracking" | "place" | "number" | "serial";
}

/** A device by one of its serials. */
export interface SerialRow {
  readonly found: string;
  readonly deviceId: string;
  /** The serial it has now. */
  readonly serial: string;
  readonly model: string;
  /** 0: the whole of it; 1: its beginning; 2: its end; 3: one slip away. */
  readonly rank: 0 | 1 | 2 | 3;
}

/** Rows of each kind that one way of looking brings at most. */
export const EACH = 9;
/** Devices that one piece of a serial brings at most, and persons that one name does. */
export const MOST_DEVICES = 100;
export const MOST_PERSONS = 1000;
const TOTAL = "count(*) over ()::integer";

const CASE = `'case' as kind, c.device_id as root, c.no, c.serial as text, d.model as about, c.state,
  c.opened_at as at, null::bytea as digest`;
const CONTRACT = `'contract', k.device_id, k.no, d.serial, k.programme, k.state, k.concluded_at, null`;
const VERIFICATION = `'verification', v.device_id, v.no, v.serial, d.model, v.state, v.asked_at, null`;
const ORDER = `'order', o.order_id, null, o.purchase_order, o.country, o.state, o.placed_at, null`;

/** A device of each serial that is, begins or ends with `$1`, or is one of `$3`; `$2` is `$1` backwards. */
export const devicesBySerial = many<SerialRow>(
  "search_serials",
  `select near.serial as found, near.device_id as "deviceId", d.serial, d.model, min(near.rank) as rank
     from ((select serial, device_id, 0 as rank from contracts.serial_index where serial = $1)
           union all
           (select serial, device_id, 1 from contracts.serial_index
             where serial collate "C" > $1 and serial collate "C" < $1 || '~'
             order by serial collate "C" limit ${MOST_DEVICES})
           union all
           (select serial, device_id, 2 from contracts.serial_index
             where reverse(serial) collate "C" > $2 and reverse(serial) collate "C" < $2 || '~'
             order by reverse(serial) collate "C" limit ${MOST_DEVICES})
           union all
           (select serial, device_id, 3 from contracts.serial_index where serial = any($3)
             order by serial limit ${MOST_DEVICES})
          ) as near
     join contracts.device d on d.device_id = near.device_id
    group by near.serial, near.device_id, d.serial, d.model
    order by min(near.rank), near.serial`,
);

/** What there is of these devices, what is open and new first. */
export const foundOfDevices = many<FoundRow>(
  "search_of_devices",
  `(select ${CASE}, ${TOTAL} as total
      from claims.claim c join contracts.device d using (device_id)
     where c.device_id = any($1)
     order by c.closed_at is not null, c.opened_at desc limit ${EACH})
   union all
   (select ${CONTRACT}, ${TOTAL} from contracts.contract k join contracts.device d using (device_id)
     where k.device_id = any($1)
     order by k.concluded_at desc limit ${EACH})
   union all
   (select ${VERIFICATION}, ${TOTAL}
      from claims.verification v left join contracts.device d using (device_id)
     where v.device_id = any($1)
     order by v.asked_at desc limit ${EACH})`,
);

/** The thing of the prefix `$1` with the root `$2` and the number `$3`. */
export const foundById = many<FoundRow>(
  "search_ids",
  `select ${CASE} from claims.claim c join contracts.device d using (device_id)
    where $1 = 'clm' and c.device_id = $2 and c.no = $3
   union all
   select 'device', d.device_id, null, d.serial, d.model, null, d.created_at, null
     from contracts.device d where $1 = 'dev' and d.device_id = $2
   union all
   select ${CONTRACT} from contracts.contract k join contracts.device d using (device_id)
    where $1 = 'ctr' and k.device_id = $2 and k.no = $3
   union all
   select ${VERIFICATION} from claims.verification v left join contracts.device d using (device_id)
    where $1 = 'vrf' and v.device_id = $2 and v.no = $3
   union all
   select ${ORDER} from commerce.order o where $1 in ('ord', 'pcl') and o.order_id = $2
   union all
   select 'stray', s.stray_id, null, s.place, s.contents, s.state, s.found_at, null
     from service.stray_parcel s where $1 = 'str' and s.stray_id = $2
   union all
   select 'charge', g.root_id, g.no, null, null, g.state, g.created_at, null
     from money.charge g where $1 = 'chg' and g.root_id = $2 and g.no = $3
   union all
   select 'refund', r.root_id, r.no, null, null, r.state, r.requested_at, null
     from money.refund r where $1 = 'rfd' and r.root_id = $2 and r.no = $3
   union all
   select 'hold', h.root_id, h.no, null, null, h.state, h.wanted_at, null
     from money.hold h where $1 = 'hld' and h.root_id = $2 and h.no = $3
   union all
   select 'dispute', p.root_id, p.no, null, null, p.state, p.opened_at, null
     from money.dispute p where $1 = 'dsp' and p.root_id = $2 and p.no = $3`,
);

/** Codes of these digests, or with the last four `$2`, the newest sold first. */
export const foundByCode = many<FoundRow & { readonly redeemedBy: string | null }>(
  "search_codes",
  `select 'code' as kind, coalesce(order_id, '') as root, null::integer as no, last4 as text,
          plan as about, state, coalesce(redeemed_at, sold_at) as at, code_digest as digest,
          null::integer as total, redeemed_by as "redeemedBy"
     from contracts.code where code_digest = any($1)
   union all
   (select 'code', coalesce(order_id, ''), null, last4, plan, state, coalesce(redeemed_at, sold_at),
           code_digest, ${TOTAL}, redeemed_by
      from contracts.code where last4 = $2 and state <> 'stock'
     order by sold_at desc nulls last limit ${EACH})`,
);

/** What has the number `$1`, or lies at the place `$1`, both in upper case; and units of the serials `$2`. */
export const foundByNumber = many<NamedRow>(
  "search_numbers",
  `with sent as (
     (select device_id, claim_no, tracking from service.sending
       where upper(tracking) = $1 and tracking is not null limit ${EACH})
     union
     (select device_id, claim_no, tracking from service.shipment where upper(tracking) = $1 limit ${EACH})
   )
   select ${CASE}, sent.tracking as found, 'tracking' as matched
     from sent join claims.claim c on c.device_id = sent.device_id and c.no = sent.claim_no
     join contracts.device d on d.device_id = c.device_id
   union all
   (select ${CASE}, b.place, 'place' from service.bin_place b
      join claims.claim c on c.device_id = b.device_id and c.no = b.claim_no and c.closed_at is null
      join contracts.device d on d.device_id = c.device_id
     where b.place = $1
       and b.no = (select max(n.no) from service.bin_place n
                    where n.device_id = b.device_id and n.claim_no = b.claim_no)
     order by b.at limit ${EACH})
   union all
   (select ${ORDER}, p.tracking, 'tracking' from commerce.parcel p join commerce.order o using (order_id)
     where upper(p.tracking) = $1 and p.tracking is not null limit ${EACH})
   union all
   (select ${ORDER}, o.purchase_order, 'number' from commerce.order o
     where upper(o.purchase_order) = $1 and o.purchase_order is not null
     order by o.placed_at desc limit ${EACH})
   union all
   (select ${ORDER}, s.shop_order, 'number' from commerce.shop_sale s join commerce.order o using (order_id)
     where upper(s.shop_order) = $1 limit ${EACH})
   union all
   (select 'stray', s.stray_id, null, s.place, s.contents, s.state, s.found_at, null,
           case when s.serial = any($2) then s.serial when upper(s.tracking) = $1 then s.tracking
                else s.place end,
           case when s.serial = any($2) then 'serial' when upper(s.tracking) = $1 then 'tracking'
                else 'place' end
      from service.stray_parcel s
     where (s.serial is not null and s.serial = any($2))
        or (s.tracking is not null and upper(s.tracking) = $1)
        or (s.state = 'kept' and upper(s.place) = $1)
     order by s.found_at desc limit ${EACH})
   union all
   (select 'unit', u.serial, null, u.serial, u.model, u.state, u.came_at, null, u.serial, 'serial'
      from service.spare_unit u where u.serial = any($2) limit ${EACH})`,
);

/** Somebody who was found. */
export interface PersonFound {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
}

/** Persons of exactly this address `$1`, the newest first: somebody is written down anew with each order. */
export const personsByEmail = many<PersonFound>(
  "search_persons_by_email",
  `select p.person_id as "personId", p.name, p.email
     from identity.email_index e join identity.person p using (person_id)
    where e.email = $1 order by p.person_id desc limit ${MOST_PERSONS}`,
);

/**
 * Persons whose name and address have all of three pieces, the newest first; `%` for what was not said. What
 * many are called is not read to its end: then the newest are those of some thousand.
 */
export const personsByWords = many<PersonFound>(
  "search_persons_by_words",
  `select person_id as "personId", name, email
     from (select person_id, name, email from identity.person
            where catalogue.plain(name || ' ' || email) like catalogue.plain($1)
              and catalogue.plain(name || ' ' || email) like catalogue.plain($2)
              and catalogue.plain(name || ' ' || email) like catalogue.plain($3)
            limit 5000) as near
    order by person_id desc limit ${MOST_PERSONS}`,
);

/**
 * Persons with a word like `$1` in name or address, the likest first: of those with a word that begins as it
 * does (`$2` at the very beginning, `$3`), or ends so (`$4`), since a slip seldom spoils both.
 */
export const personsAlike = many<PersonFound>(
  "search_persons_alike",
  `select person_id as "personId", name, email
     from (select person_id, name, email,
                  word_similarity(catalogue.plain($1), catalogue.plain(name || ' ' || email)) as likeness
             from identity.person
            where catalogue.plain(name || ' ' || email) like catalogue.plain($2)
               or catalogue.plain(name || ' ' || email) like catalogue.plain($3)
               or catalogue.plain(name || ' ' || email) like catalogue.plain($4)
            limit 5000) as near
    where likeness >= 0.4
    order by likeness desc, person_id limit 20`,
);

/** What these persons reported, hold, bought or asked, with who it was. */
export const foundOfPersons = many<FoundRow & { readonly personId: string }>(
  "search_of_persons",
  `(select ${CASE}, ${TOTAL} as total, c.reporter_id as "personId"
      from claims.claim c join contracts.device d using (device_id)
     where c.reporter_id = any($1)
     order by c.closed_at is not null, c.opened_at desc limit ${EACH})
   union all
   (select ${CONTRACT}, ${TOTAL}, k.holder_id
      from contracts.contract k join contracts.device d using (device_id)
     where k.holder_id = any($1)
     order by k.concluded_at desc limit ${EACH})
   union all
   (select ${VERIFICATION}, ${TOTAL}, v.asker_id
      from claims.verification v left join contracts.device d using (device_id)
     where v.asker_id = any($1)
     order by v.asked_at desc limit ${EACH})
   union all
   (select ${ORDER}, ${TOTAL}, o.buyer_id from commerce.order o where o.buyer_id = any($1)
     order by o.placed_at desc limit ${EACH})`,
);
