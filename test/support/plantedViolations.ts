import { plantedBank } from "./plantedBank.ts";
import { plantedCases } from "./plantedCases.ts";
import { plantedCodes } from "./plantedCodes.ts";
import { plantedGoods } from "./plantedGoods.ts";
import { plantedHolds } from "./plantedHolds.ts";
import { plantedInvoices } from "./plantedInvoices.ts";
import { plantedMoney } from "./plantedMoney.ts";
import { plantedPool } from "./plantedPool.ts";
import { plantedQuotes } from "./plantedQuotes.ts";
import { plantedReports } from "./plantedReports.ts";
import { plantedTransfers } from "./plantedTransfers.ts";
import { plantedVisits } from "./plantedVisits.ts";
import { plantedWarranties } from "./plantedWarranties.ts";

/**
 * What the application's role can never do, done as the owner: keys and checks that forbid it are dropped.
 */
export const plantedViolations: readonly (readonly [number, string, string])[] = [
  [
    1,
    "a code twice",
    `alter table contracts.code drop constraint code_pkey;
    insert into contracts.code select * from contracts.code where state = 'sold' limit 1`,
  ],
  [
    2,
    "two contracts from one code",
    `update contracts.contract set code_digest = (
      select code_digest from contracts.contract where code_digest is not null limit 1)
     where code_digest is not null`,
  ],
  [
    2,
    "two codes for one contract",
    `update contracts.code set redeemed_by = (
      select min(redeemed_by) from contracts.code) where redeemed_by is not null`,
  ],
  [
    3,
    "a redeemed code without its contract",
    `update contracts.code
      set state = 'redeemed', redeemed_by = 'ctr_none_1', redeemed_at = sold_at where state = 'sold'`,
  ],
  [
    3,
    "a contract whose code was never redeemed",
    `update contracts.code
      set state = 'sold', redeemed_by = null, redeemed_at = null where state = 'redeemed'`,
  ],
  [
    4,
    "a void code that was redeemed",
    `alter table contracts.code drop constraint code_redeemed;
    update contracts.code set state = 'void' where state = 'redeemed'`,
  ],
  [5, "a code too few", "delete from contracts.code where state = 'sold'"],
  [5, "codes of an order that was never paid", "update commerce.order set state = 'placed', paid_at = null"],
  [5, "a code of no line", "update contracts.code set line_no = 9 where state = 'sold'"],
  [
    6,
    "a code in no state",
    `alter table contracts.code drop constraint code_state, drop constraint code_sold;
    update contracts.code set state = 'lost' where state = 'sold'`,
  ],
  [
    6,
    "a code redeemed before it was sold",
    `update contracts.code set redeemed_at = sold_at - interval '1 day'
     where state = 'redeemed'`,
  ],
  ...plantedCodes,
  [9, "a serial indexed as another device's", "update contracts.serial_index set device_id = 'another'"],
  [
    9,
    "a serial on two devices",
    "update contracts.unit set serial = (select min(serial) from contracts.unit)",
  ],
  [
    9,
    "a device that wears two serials",
    `drop index contracts.unit_one_current;
    update contracts.unit set to_at = null`,
  ],
  [9, "a device that wears none", "update contracts.unit set to_at = from_at where to_at is null"],
  [9, "a serial indexed that nobody wore", `insert into contracts.serial_index values ('AC4GHOST', 'ghost')`],
  [
    14,
    "a next serial that no case gave",
    "update contracts.device set next_serial = 'AC4GHOST', next_moves = 'delivery'",
  ],
  [
    14,
    "a unit that left without its plan",
    `update claims.claim set state = 'shipped', closed_at = null;
    insert into service.swap (device_id, claim_no, no, old_serial, new_serial, at, actor)
    select device_id, 1, 1, 'AC400000001', serial, '2027-02-02', 'x' from service.shipment;
    update contracts.device set serial = w.old_serial, next_serial = w.new_serial, next_moves = 'shipment'
      from service.swap w where w.device_id = contracts.device.device_id`,
  ],
  [
    10,
    "two running contracts",
    `drop index contracts.contract_one_active;
    update contracts.contract set state = 'active'`,
  ],
  [
    11,
    "two periods that overlap",
    `update contracts.contract set starts_at = starts_at - interval '1 second'
     where renews_no is not null`,
  ],
  [12, "a gap in the events", "delete from platform.event where seq = 1"],
  [12, "a contract no event tells of", "delete from platform.event where type = 'ContractRenewed'"],
  [
    12,
    "a contract that ended without an event",
    `update contracts.contract set state = 'expired'
     where state = 'active'`,
  ],
  [
    12,
    "a slot taken without an event",
    `update contracts.benefit_slot
      set state = 'reserved', claim_no = 1, used_at = null where state = 'used'`,
  ],
  [
    14,
    "a gap between two units",
    `update contracts.unit set to_at = to_at - interval '1 second'
     where to_at is not null`,
  ],
  [
    14,
    "a case on a retired serial",
    `update claims.claim set serial = (
      select serial from contracts.unit where to_at is not null), opened_at = opened_at + interval '1 year'`,
  ],
  [14, "a case on a serial never worn", "update claims.claim set serial = 'AC4NEVER'"],
  [
    16,
    "a contract renewed twice",
    `drop index contracts.contract_one_successor, contracts.contract_one_scheduled,
      contracts.contract_one_per_charge;
    insert into contracts.contract
    select (jsonb_populate_record(c, '{"no": 3}')).* from contracts.contract as c
     where renews_no is not null`,
  ],
  [
    16,
    "a renewal that was not paid",
    `update money.charge set state = 'open', closed_at = null
     where purpose = 'renewal'`,
  ],
  [
    16,
    "a renewal that was concluded and is owed back too",
    "update contracts.renewal set refund_due_at = requested_at",
  ],
  [
    16,
    "money owed back that never came",
    `update contracts.contract set charge_no = 9 where renews_no is not null;
    update contracts.renewal set refund_due_at = requested_at;
    update money.charge set state = 'open', closed_at = null where purpose = 'renewal'`,
  ],
  [
    17,
    "a contract called exhausted that has something left",
    "update contracts.contract set state = 'exhausted' where state = 'active'",
  ],
  [
    17,
    "a running contract that has nothing left",
    `drop index contracts.benefit_slot_one_per_claim;
    update contracts.benefit_slot set state = 'used', claim_no = 1, used_at = now()`,
  ],
  [
    17,
    "a contract exhausted by nothing",
    `delete from contracts.benefit_slot;
    update contracts.contract set state = 'exhausted' where state = 'active'`,
  ],
  [
    17,
    "a slot beyond what was granted",
    `insert into contracts.benefit_slot (device_id, contract_no, benefit, no)
    select device_id, contract_no, benefit, 9 from contracts.benefit_slot limit 1`,
  ],
  [
    17,
    "a part taken more often than it is granted",
    `update contracts.contract set part_limits = '[{"parts": ["flyaway"], "count": 0}]';
    update contracts.benefit_slot set part = 'flyaway' where state = 'used'`,
  ],
  [
    18,
    "a slot of a case that is not there",
    "delete from service.shipment; delete from claims.decision; delete from claims.claim",
  ],
  [18, "a slot of a cancelled case", "update claims.claim set state = 'cancelled'"],
  [
    18,
    "two slots for one case",
    `drop index contracts.benefit_slot_one_per_claim;
    update contracts.benefit_slot set state = 'used', claim_no = 1, used_at = now()
     where device_id = (select device_id from claims.claim)`,
  ],
  [20, "a slot used by a warranty repair", "update claims.claim set route = 'warranty'"],
  [
    21,
    "two open cases",
    `drop index claims.claim_one_open;
    insert into claims.claim select (jsonb_populate_record(c, jsonb_build_object('no', n, 'state', 'reported',
      'closed_at', null))).* from claims.claim as c, generate_series(2, 3) as n`,
  ],
  [
    22,
    "two live shipments",
    `drop index service.shipment_one_live;
    insert into service.shipment select (jsonb_populate_record(s, '{"no": 2}')).* from service.shipment as s`,
  ],
  [24, "a charge of another sum than was agreed", "update claims.claim set fee_minor = 1"],
  [23, "a shipment nobody decided", "delete from claims.decision"],
  [
    23,
    "a shipment before its fee was paid",
    "update money.charge set state = 'open', closed_at = null where purpose = 'claim_fee'",
  ],
  [
    23,
    "a shipment that used no replacement",
    "update contracts.benefit_slot set state = 'free', claim_no = null, used_at = null where claim_no = 1",
  ],
  [23, "a shipment of what nobody chose", "update claims.claim set route = null"],
  [24, "a charge for another order's sum", "update commerce.order set gross_minor = 7"],
  [
    25,
    "an owner who is waited for without end",
    "update claims.claim set state = 'reported', closed_at = null, charge_no = null",
  ],
  [
    25,
    "a missing part that is waited for without end",
    `update claims.claim
      set state = 'received', receipt = '{"outcome": "hold"}', closed_at = null, charge_no = null`,
  ],
  ...plantedMoney,
  ...plantedReports,
  ...plantedBank,
  ...plantedHolds,
  ...plantedGoods,
  ...plantedInvoices,
  ...plantedTransfers,
  [38, "a paid order that was not delivered", "update commerce.order set state = 'placed', paid_at = null"],
  [
    38,
    "a balance that a payment did not reach",
    "update money.charge set purpose = 'top_up' where purpose = 'order'",
  ],
  [38, "a paid claim that did not move on", "update claims.claim set state = 'chosen', closed_at = null"],
  [
    38,
    "a paid renewal of which nothing is known",
    `update contracts.contract set charge_no = 9 where renews_no is not null;
    delete from contracts.renewal`,
  ],
  [
    38,
    "a paid renewal without its contract",
    "update contracts.contract set charge_no = 9 where renews_no is not null",
  ],
  [
    39,
    "an event that was changed",
    `update platform.event set body = body || '{"serial": "AC4OTHER"}'
     where seq = 1`,
  ],
  [39, "an event somebody else did", "update platform.event set actor = 'nobody' where seq = 2"],
  ...plantedQuotes,
  ...plantedVisits,
  ...plantedPool,
  ...plantedCases,
  ...plantedWarranties,
];
