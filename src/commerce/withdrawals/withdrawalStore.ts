import { effect, many, maybeOne } from "../../platform/index.ts";
import { seenBy } from "../store.ts";
import type { Withdrawal } from "./withdrawal.ts";

const TOLD = `w.order_id as "orderId", w.no, w.lines, w.said_at as "saidAt", w.state,
  w.answered_at as "answeredAt", w.answer`;

/** What was told of one order, the first first. */
export const withdrawalsOf = many<Withdrawal>(
  "withdrawals_of_order",
  `select ${TOLD} from commerce.withdrawal as w where w.order_id = $1 order by w.no`,
);

/** Keeps what a buyer said. */
export const insertWithdrawal = effect(
  "insert_withdrawal",
  "insert into commerce.withdrawal (order_id, no, lines, said_at, said_by) values ($1, $2, $3, $4, $5)",
);

/** Answers what was told and not answered before. */
export const answerTold = maybeOne<Withdrawal>(
  "answer_withdrawal",
  `update commerce.withdrawal as w
      set state = 'answered', answered_at = $3, answered_by = $4, answer = $5
    where order_id = $1 and no = $2 and state = 'told'
   returning ${TOLD}`,
);

/** A page of them, the newest first, of orders the caller may see; `$6` their state, behind `$8` of `$7`. */
export const pageOfWithdrawals = many<Withdrawal>(
  "page_of_withdrawals",
  `select ${TOLD}
     from commerce.withdrawal as w
     join commerce.order as o on o.order_id = w.order_id
    where ${seenBy(1)} and ($6::text is null or w.state = $6)
      and ($7::text is null or (w.said_at, w.order_id, w.no) <
            (select one.said_at, one.order_id, one.no from commerce.withdrawal as one
              where one.order_id = $7 and one.no = $8::integer))
    order by w.said_at desc, w.order_id desc, w.no desc
    limit $9`,
);
