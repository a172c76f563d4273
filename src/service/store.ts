import type { FindingDecided } from "../claims/index.ts";
import { effect, many, maybeOne } from "../platform/index.ts";
import type { CombinedFindings } from "../terms/index.ts";
import type { CodesFound } from "./codes/index.ts";
import type { ParcelState } from "./confirmDelivery/decideConfirmDelivery.ts";

/** A parcel that came in for a claim. */
export interface Intake {
  readonly no: number;
  readonly serial: string;
  readonly parts: readonly string[];
  readonly condition: string;
  readonly weightGrams: number | null;
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** A look of the bench at a device, with the receipt of the decision it led to. */
export interface Inspection {
  readonly no: number;
  readonly findings: Record<string, unknown>;
  /** By the catalogue of its family; null where none were told. */
  readonly codes: CodesFound | null;
  readonly receipt: Record<string, unknown>;
  /** Each finding with its receipt and what held for them together, where there were several. */
  readonly found: readonly FindingDecided[] | null;
  readonly combined: CombinedFindings | null;
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** The unit that went out for the one that came in. */
export interface Swap {
  readonly no: number;
  /** Why it was another than the one set aside. */
  readonly reason: string | null;
  /** What was ticked before it was given. */
  readonly checks: readonly string[];
  readonly oldSerial: string;
  readonly newSerial: string;
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** A parcel on its way to the owner. */
export interface Shipment {
  readonly no: number;
  readonly serial: string;
  readonly carrier: string;
  readonly tracking: string;
  readonly state: ParcelState;
  readonly at: Temporal.Instant;
}

/** Takes a parcel down, if as many came before as were seen: `$9`, null where nothing is said of it. */
export const insertIntake = maybeOne<{ readonly no: number }>(
  "insert_intake",
  `insert into service.intake (device_id, claim_no, no, serial, parts, condition, at, actor, weight_grams)
   select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $6, $7, $8::integer
     from service.intake where device_id = $1 and claim_no = $2
   having $9::integer is null or coalesce(max(no), 0) = $9
   returning no`,
);

/** Keeps a look, if the newest so far is the one that was seen: `$6`, null where nothing is said of it. */
export const insertInspection = maybeOne<{ readonly no: number }>(
  "insert_inspection",
  `insert into service.inspection (device_id, claim_no, no, findings, at, actor, codes)
   select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, $7::jsonb
     from service.inspection where device_id = $1 and claim_no = $2
   having $6::integer is null or coalesce(max(no), 0) = $6
   returning no`,
);

/** What the pool says of a unit that is given, in the statement that writes the swap. */
export interface SwapWritten {
  readonly no: number;
  /** Whether the pool has the unit. */
  readonly isPooled: boolean;
  /** The unit that is set aside for the case. */
  readonly setAside: string | null;
}

/** Writes a swap down. No row: one stands that was not taken back. */
export const insertSwap = maybeOne<SwapWritten>(
  "insert_swap",
  `insert into service.swap (device_id, claim_no, no, old_serial, new_serial, at, actor, reason, checks)
   select $1, $2, coalesce(max(w.no), 0) + 1, $3, $4, $5, $6, $7, $8
     from service.swap w
     left join service.swap_reversal r
       on r.device_id = w.device_id and r.claim_no = w.claim_no and r.swap_no = w.no
    where w.device_id = $1 and w.claim_no = $2
   having count(w.no) = count(r.swap_no)
   returning no,
     exists (select from service.spare_unit u where u.serial = $4) as "isPooled",
     (select s.serial from service.reservation s where s.device_id = $1 and s.claim_no = $2) as "setAside"`,
);

/** Takes a swap back; what it was stays written. */
export const insertReversal = effect(
  "insert_swap_reversal",
  `insert into service.swap_reversal (device_id, claim_no, swap_no, reason, at, actor)
   values ($1, $2, $3, $4, $5, $6)`,
);

const SENT = `insert into service.shipment
     (device_id, claim_no, no, serial, carrier, tracking, state, at, actor)
   select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5, 'sent', $6, $7
     from service.shipment where device_id = $1 and claim_no = $2`;

/**
 * Sends a parcel. A claim has one live shipment: a second is refused by the unique index and its caller's
 * guard. No row: the world outside is being matched with the books, and nothing leaves.
 */
export const insertShipment = maybeOne<{ no: number }>(
  "insert_shipment",
  `${SENT}
   having not exists (select from money.reconcile_mode where ended_at is null)
   returning no`,
);

/**
 * Gives a device to its owner over the counter, known by `$4`: a shipment that has arrived. No row: the world
 * outside is being matched with the books, and nothing leaves.
 */
export const insertHandOver = maybeOne<{ no: number }>(
  "insert_hand_over",
  `insert into service.shipment (device_id, claim_no, no, serial, carrier, tracking, state, at, actor)
   select $1, $2, coalesce(max(no), 0) + 1, $3, 'counter', $4, 'delivered', $5, $6
     from service.shipment where device_id = $1 and claim_no = $2
   having not exists (select from money.reconcile_mode where ended_at is null)
   returning no`,
);

/** The parcel of a claim has arrived. 0: none is on its way. */
export const deliverShipment = effect(
  "deliver_shipment",
  `update service.shipment set state = 'delivered' where device_id = $1 and claim_no = $2 and state = 'sent'`,
);

/** Writes down a parcel that has left already. */
export const insertToldShipment = maybeOne<{ no: number }>("insert_told_shipment", `${SENT} returning no`);

export const intakesOf = many<Intake>(
  "intakes_of",
  `select no, serial, parts, condition, weight_grams as "weightGrams", at, actor
     from service.intake where device_id = $1 and claim_no = $2 order by no`,
);

/**
 * The looks of the bench, oldest first. A claim is decided once when it is opened, then once for each parcel,
 * then once for each look: after the first look no parcel is taken in. So the place of a look tells its
 * decision.
 */
export const inspectionsOf = many<Inspection>(
  "inspections_of",
  `select i.no, i.findings, i.codes, d.receipt, d.found, d.combined, i.at, i.actor
     from service.inspection i
     join claims.decision d on d.device_id = i.device_id and d.claim_no = i.claim_no
      and d.no = i.no + 1 + (select count(*) from service.intake p
                              where p.device_id = i.device_id and p.claim_no = i.claim_no)
    where i.device_id = $1 and i.claim_no = $2 order by i.no`,
);

/** A swap that was taken back says when, by whom and why. */
export interface KeptSwap extends Swap {
  readonly reversedAt: Temporal.Instant | null;
  readonly reversedBy: string | null;
  readonly reversedWhy: string | null;
}

const SWAP = `select w.no, w.old_serial as "oldSerial", w.new_serial as "newSerial", w.at, w.actor, w.reason,
         w.checks, r.at as "reversedAt", r.actor as "reversedBy", r.reason as "reversedWhy"
    from service.swap w
    left join service.swap_reversal r
      on r.device_id = w.device_id and r.claim_no = w.claim_no and r.swap_no = w.no
   where w.device_id = $1 and w.claim_no = $2`;

/** The swap that stands: none where there was none, or where it was taken back. */
export const swapOf = maybeOne<KeptSwap>("swap_of", `${SWAP} and r.at is null`);

/** All there were of a case, oldest first. */
export const swapsOf = many<KeptSwap>("swaps_of", `${SWAP} order by w.no`);

export const shipmentsOf = many<Shipment>(
  "shipments_of",
  `select no, serial, carrier, tracking, state, at
     from service.shipment where device_id = $1 and claim_no = $2 order by no`,
);
