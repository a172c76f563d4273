import { effect, many, one } from "../../platform/index.ts";

/** Whether a parcel of this order has left. */
export const parcelsLeft = one<{ readonly hasLeft: boolean }>(
  "parcels_left",
  `select exists (select from commerce.parcel
                   where order_id = $1 and state not in ('wanted', 'booked', 'cancelled')) as "hasLeft"`,
);

/** The parcels of an order that have not left. */
export const parcelsHere = many<{ readonly no: number }>(
  "parcels_here",
  "select no from commerce.parcel where order_id = $1 and state in ('wanted', 'booked') order by no",
);

/** Pieces of an order that its suppliers do not have: they are on nobody's shelf. */
export const piecesNowhere = many<{ readonly lineNo: number; readonly pieces: number }>(
  "pieces_nowhere",
  `select line.line_no as "lineNo", sum(line.quantity - line.cancelled_quantity)::integer as pieces
     from commerce.supplier_order_line as line
     join commerce.supplier_order using (supplier_order_id)
    where line.order_id = $1 and state = 'failed'
    group by line.line_no`,
);

/** Nobody waits any more for what suppliers were to send for an order. */
export const dropSupplierLines = effect(
  "drop_supplier_lines_of_order",
  "update commerce.supplier_order_line set cancelled_quantity = quantity where order_id = $1",
);
