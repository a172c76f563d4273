import { effect, many } from "../../platform/index.ts";

/** Pieces of an order that its suppliers do not have: they are on nobody's shelf. */
export const piecesNowhere = many<{ readonly lineNo: number; readonly pieces: number }>(
  "pieces_nowhere",
  `select line.line_no as "lineNo", sum(line.quantity - line.cancelled_quantity)::integer as pieces
     from commerce.supplier_order_line as line
     join commerce.supplier_order using (supplier_order_id)
    where line.order_id = $1 and state = 'failed'
    group by line.line_no`,
);

/** Nobody waits any more for what suppliers were to send for an order, and has not left. */
export const dropSupplierLines = effect(
  "drop_supplier_lines_of_order",
  `update commerce.supplier_order_line as line set cancelled_quantity = quantity
    where line.order_id = $1
      and not exists (select from commerce.parcel as p
                       where p.order_id = line.order_id and p.supplier_order_id = line.supplier_order_id
                         and p.handed_over_at is not null)`,
);
