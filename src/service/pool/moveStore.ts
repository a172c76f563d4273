import { many } from "../../platform/index.ts";
import type { SpareUnit, StockMove } from "./spareUnit.ts";
import { UNIT } from "./unitStore.ts";

/**
 * A page of units behind the serial `$1`, each filter null or what it must be. `$7`: a part of the serial.
 */
export const pageOfUnits = many<SpareUnit>(
  "page_of_spare_units",
  `select ${UNIT} from service.spare_unit u
    where ($1::text is null or u.serial > $1)
      and ($2::text[] is null or u.state = any($2))
      and ($3::text is null or u.model = $3)
      and ($4::text is null or u.region = $4)
      and ($5::text is null or u.grade = $5)
      and ($6::text is null or u.centre_id = $6)
      and ($7::text is null or strpos(u.serial, $7) > 0)
      and ($8::text is null or u.shelf = $8)
    order by u.serial
    limit $9`,
);

/** A move as it is kept. */
export interface KeptMove extends StockMove {
  readonly serial: string;
  readonly no: number;
  readonly at: Temporal.Instant;
  readonly actor: string;
}

/** The moves of units, in the order they happened: of a unit and of the serials it went under before. */
export const movesOfUnits = many<KeptMove>(
  "moves_of_spare_units",
  `with recursive went as (
     select serial, was_serial from service.spare_unit where serial = $1
     union
     select u.serial, u.was_serial from went join service.spare_unit u on u.serial = went.was_serial
   )
   select m.serial, m.no, m.cause, m.delta, m.present, m.state, m.model, m.region, m.grade,
          m.centre_id as "centreId", m.shelf, m.note, m.at, m.actor
     from went join service.stock_move m on m.serial = went.serial
    order by m.at, m.serial = $1, m.no`,
);

/** Counts behind one, newest first. */
export const pageOfTakes = many<{
  readonly takeId: string;
  readonly centreId: string | null;
  readonly shelf: string;
  readonly counted: number;
  readonly missing: readonly string[];
  readonly strange: readonly string[];
  readonly moved: readonly string[];
  readonly at: Temporal.Instant;
  readonly actor: string;
}>(
  "page_of_stock_takes",
  `select take_id as "takeId", centre_id as "centreId", shelf, counted, missing, strange, moved, at, actor
     from service.stock_take
    where $1::text is null or take_id < $1
    order by take_id desc
    limit $2`,
);
