import { effect, maybeOne } from "../../platform/index.ts";

/** Whether the goods of a refund that was declined were taken up again. */
export const goodsTakenUp = maybeOne<{ readonly seq: number }>(
  "goods_taken_up",
  `select seq from platform.event
    where root_id = $1 and type = 'GoodsResumed' and (body ->> 'refundNo')::integer = $2 limit 1`,
);

/** Pieces of lines of an order (`$2`, a JSON list) come after all. */
export const resumeLinePieces = effect(
  "resume_line_pieces",
  `update commerce.order_line as line
      set cancelled_quantity = line.cancelled_quantity - given.pieces
     from (select "lineNo", sum(pieces)::integer as pieces
             from jsonb_to_recordset($2::jsonb) as given("lineNo" integer, pieces integer)
            group by "lineNo") as given
    where line.order_id = $1 and line.no = given."lineNo"`,
);

/** An order that was over has something to come again. Zero: it was not over. */
export const reopenOrder = effect(
  "reopen_order",
  `update commerce.order
      set state = 'paid', delivered_at = null, cancelled_at = null, version = version + 1
    where order_id = $1 and state in ('delivered', 'cancelled')`,
);
