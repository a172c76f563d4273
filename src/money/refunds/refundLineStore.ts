import { many } from "../../platform/index.ts";
import { LINE_SETTLED } from "./refundStore.ts";

/** A part of a refund that rests on a decision, with the facts it was made from. */
export interface DecidedLine {
  readonly receipt: object;
  readonly facts: object;
  readonly amountMinor: number;
}

/** The parts of a refund that rest on a decision: what no dispute has paid of them. */
export const decidedLines = many<DecidedLine>(
  "decided_refund_lines",
  `select line.receipt, line.facts,
          (line.net_minor + line.tax_minor - ${LINE_SETTLED})::bigint as "amountMinor"
     from money.refund_line as line
     join money.refund on refund.root_id = line.root_id and refund.no = line.refund_no
    where line.root_id = $1 and line.refund_no = $2 and line.receipt is not null
    order by line.no`,
);
