import { effect, many } from "../../platform/index.ts";
import { marked } from "../shelfMarkStore.ts";
import type { Short } from "./pieces.ts";

/** The offers of the SKUs `$1` with the pieces `$2`, locked in the order of their SKUs. */
const LOCKED = `with wanted as (
     select sku, sum(quantity)::integer as quantity
       from unnest($1::text[], $2::integer[]) as wanted(sku, quantity)
      group by sku
   ), held as materialized (
     select offer.sku, offer.stock, wanted.quantity
       from catalogue.offer join wanted using (sku)
      where offer.stock is not null
      order by offer.sku
        for update of offer
   )`;

/** What nobody counts leaves no mark. */
const HELD_MARKED = marked("offer", "where exists (select from held)");

/** Takes pieces from stock: all of them, or none and a row for each SKU that has too few. */
export const takePieces = many<Short>(
  "take_stock",
  `${LOCKED}, taken as (
     update catalogue.offer as offer
        set stock = held.stock - held.quantity
       from held
      where offer.sku = held.sku and not exists (select from held as short where short.stock < short.quantity)
   ), ${HELD_MARKED}
   select sku, quantity as wanted, stock from held where stock < quantity order by sku`,
);

/** Puts pieces back. What has become unlimited meanwhile stays so. */
export const putBackPieces = effect(
  "give_back_stock",
  `${LOCKED}, ${HELD_MARKED}
   update catalogue.offer as offer
      set stock = held.stock + held.quantity
     from held
    where offer.sku = held.sku`,
);
