/** A unit in the pool as it should be: with its first move. */
const unit = (serial: string): string => `
  insert into service.spare_unit (serial, model, grade, region, state, came_at, last_move)
  values ('${serial}', 'osmo-action-4', 'new', 'EU', 'available', now(), 1);
  insert into service.stock_move
    (serial, no, cause, delta, present, state, model, region, grade, shelf, at, actor)
  values ('${serial}', 1, 'taken_in', 1, 1, 'available', 'osmo-action-4', 'EU', 'new', '', now(), 'staff')`;

/** The unit is set aside for a case, and its move says so. */
const aside = (serial: string, device: string): string => `${unit(serial)};
  update service.spare_unit set state = 'reserved', for_device = ${device}, for_claim = 1, last_move = 2
   where serial = '${serial}';
  insert into service.stock_move
    (serial, no, cause, delta, present, state, model, region, grade, shelf, at, actor)
  values ('${serial}', 2, 'reserved', 0, 1, 'reserved', 'osmo-action-4', 'EU', 'new', '', now(), 'staff')`;

const ofCase = "(select min(device_id) from claims.claim)";

/** What the sweep must find of the spare pool: the invariant, what is wrong, and how it comes to be. */
export const plantedPool: readonly (readonly [number, string, string])[] = [
  [
    14,
    "a retired serial that can be given out again",
    unit("AC4PLANTED1").replaceAll("'AC4PLANTED1'", "(select min(serial) from contracts.serial_index)"),
  ],
  [
    14,
    "a case that was given two units",
    `insert into service.swap (device_id, claim_no, no, old_serial, new_serial, at, actor)
     select device_id, no, each, 'AC4A', 'AC4B', now(), 'staff'
       from claims.claim, generate_series(8, 9) as each`,
  ],
  [
    34,
    "a unit in another state than its last move says",
    `${unit("AC4PLANTED1")}; update service.spare_unit set state = 'triage'`,
  ],
  [
    34,
    "a unit at another place than its last move says",
    `${unit("AC4PLANTED1")}; update service.spare_unit set shelf = 'B2'`,
  ],
  [34, "two units for one case", `${aside("AC4PLANTED1", ofCase)};${aside("AC4PLANTED2", ofCase)}`],
  [34, "a unit set aside for a case that does not know it", aside("AC4PLANTED1", ofCase)],
  [
    34,
    "a unit set aside for a case that is over",
    `${aside("AC4PLANTED1", ofCase)};
    insert into service.reservation values (${ofCase}, 1, 'AC4PLANTED1', 'like', now(), 'staff');
    update claims.claim set state = 'closed', closed_at = opened_at - interval '9 days'`,
  ],
  [35, "a gap in the moves of a unit", `${unit("AC4PLANTED1")}; update service.stock_move set no = 2`],
  [
    35,
    "a unit that is there without having come",
    `${unit("AC4PLANTED1")}; update service.stock_move set delta = 0`,
  ],
  [
    35,
    "a level below nothing",
    `${unit("AC4PLANTED1")}; update service.stock_move set delta = -1, present = 0`,
  ],
  [
    35,
    "a cause that moved a unit twice",
    `alter table service.stock_move drop constraint stock_move_once; ${unit("AC4PLANTED1")};
    insert into service.stock_move select (jsonb_populate_record(m, '{"no": 2}')).*
      from service.stock_move m`,
  ],
  [
    35,
    "a unit with fewer moves than it knows",
    `${unit("AC4PLANTED1")}; update service.spare_unit set last_move = 2`,
  ],
];
