import { accepted, type Decision } from "../../platform/index.ts";
import type { Order } from "../order.ts";
import { refuse } from "../refusals.ts";
import { mayWithdraw, type Withdrawal, type WithdrawnLine } from "../withdrawals/index.ts";

/** What is known when a buyer withdraws. The order is locked. */
export interface TellWithdrawalFacts {
  readonly at: Temporal.Instant;
  readonly order: Order;
  /** What was told of it before. */
  readonly told: readonly Withdrawal[];
  /** The numbers of the lines; undefined for all from which one may. */
  readonly wanted: readonly number[] | undefined;
}

/** From which lines the buyer withdraws. Pure. */
export function decideTellWithdrawal({
  at,
  order,
  told,
  wanted,
}: TellWithdrawalFacts): Decision<readonly WithdrawnLine[]> {
  const before = new Set(told.flatMap(({ lines }) => lines.map(({ no }) => no)));
  const open = order.lines.filter((line) => mayWithdraw(order, line, at) && !before.has(line.no));
  const lines = wanted === undefined ? open : open.filter(({ no }) => wanted.includes(no));
  if (lines.length === 0 || lines.length < (wanted?.length ?? 0)) {
    return refuse(before.size > 0 && open.length === 0 ? "withdrawal_told" : "no_right_to_withdraw");
  }
  return accepted(lines.map(({ no, name, quantity, soldAs }) => ({ no, name, quantity, soldAs })));
}
