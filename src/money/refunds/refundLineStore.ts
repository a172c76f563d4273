import { many } from "../../platform/index.ts";

/** A part of a refund that rests on a decision, with the facts it was made from. */
export interface DecidedLine {
  readonly receipt: object;
  readonly facts: object;
  readonly amountMinor: number;
}

/** The parts of a refund that rest on a decision: what no dispute has paid of them. */
export const decidedLines = many<DecidedLine>(
  "decided_refund_lines",
  `select receipt, facts, net_minor + tax_minor - settled_minor as "amountMinor"
     from money.refund_line
    where root_id = $1 and refund_no = $2 and receipt is not null
      and settled_minor < net_minor + tax_minor
    order by no`,
);
