import type { Database } from "../../../src/platform/index.ts";
import type { Matter } from "./killStock.ts";

/** How often each thing has happened that may happen once. */
export interface Stock {
  /** In the bank's books: this very thing, and the money that follows it or that it follows. */
  readonly atBank: number;
  /** In the history of its root. */
  readonly told: number;
  /** Of a renewal: contracts that follow. Of everything else, it has reached its last state. */
  readonly ended: number;
}

export const ONCE: Stock = { atBank: 1, told: 1, ended: 1 };

/**
 * What stands of each matter: its key at the bank, its event, and whether it has ended. `$1` root, `$2`
 * number.
 */
const STOCK: Readonly<Record<Matter["killed"], readonly [key: string, event: string, ended: string]>> = {
  refund: [
    "rfd",
    "RefundPaid",
    "select 1 from money.refund where root_id = $1 and no = $2 and state = 'paid'",
  ],
  hold: [
    "hld",
    "HoldPlaced",
    `select 1 from claims.claim
       join money.authorisation as a on a.root_id = device_id and a.no = $2 and a.state = 'placed'
      where device_id = $1 and claim.state = 'paid'`,
  ],
  capture: [
    "cap",
    "HoldCaptured",
    `select 1 from money.authorisation as a join money.hold as h on h.root_id = a.root_id and h.no = a.hold_no
      where a.root_id = $1 and a.no = $2 and a.state = 'captured' and h.state = 'captured'`,
  ],
  release: [
    "rel",
    "HoldReleased",
    `select 1 from money.authorisation as a join money.hold as h on h.root_id = a.root_id and h.no = a.hold_no
      where a.root_id = $1 and a.no = $2 and a.state = 'released' and h.state = 'released'`,
  ],
  renew: [
    "chg",
    "ContractRenewed",
    "select 1 from contracts.contract where device_id = $1 and renews_no = $2 and state <> 'cancelled'",
  ],
};

/** Takes stock of one matter. */
export async function takeStock({ pool }: Database, { killed, rootId, no }: Matter): Promise<Stock> {
  const [prefix, event, ended] = STOCK[killed];
  const { rows } = await pool.query<{ atBank: number; told: number; ended: number }>(
    `select (select count(*)::integer from money.test_payment
                where starts_with(key, $3 || '_' || $1 || '_' || $2::integer || '_')
                  and outcome = 'succeeded')
                as "atBank",
              (select count(*)::integer from platform.event where root_id = $1 and type = $4) as told,
              (select count(*)::integer from (${ended}) as done) as ended`,
    [rootId, no, prefix, event],
  );
  return rows[0] as Stock;
}
