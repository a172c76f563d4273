import { many } from "../../platform/index.ts";
import { DISPUTE, type Dispute } from "../disputes/index.ts";
import type { ChargeLine } from "../ledger/index.ts";
import { REFUND, type Refund } from "../refunds/index.ts";

/** The lines of a charge as they were made. */
export const linesShown = many<ChargeLine>(
  "lines_of_charge_shown",
  `select kind, programme, region, plan, quantity, net_minor as "netMinor", tax_minor as "taxMinor",
          tax_kind as "taxKind"
     from money.charge_line where root_id = $1 and charge_no = $2 order by no`,
);

/** The refunds of a charge, the oldest first. */
export const refundsOfCharge = many<Refund>(
  "refunds_of_charge",
  `select ${REFUND} from money.refund where root_id = $1 and charge_no = $2 order by no`,
);

/** The disputes of a charge, the oldest first. */
export const disputesOfCharge = many<Dispute>(
  "disputes_of_charge",
  `select ${DISPUTE} from money.dispute where root_id = $1 and charge_no = $2 order by no`,
);
