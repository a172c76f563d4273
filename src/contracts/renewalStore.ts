import { effect, many, maybeOne } from "../platform/index.ts";

/** A renewal that was allowed and waits for its money, or had it. */
export interface Renewal {
  readonly contractNo: number;
  readonly chargeNo: number;
  /** The product that follows. */
  readonly product: string;
  readonly receipt: object;
  /** In which its holder lives; null where nobody knew. */
  readonly country: string | null;
}

const RENEWAL = `contract_no as "contractNo", charge_no as "chargeNo", product, receipt, country`;

/** Keeps what was decided while its charge is open. */
export const insertRenewal = effect(
  "insert_renewal",
  `insert into contracts.renewal (device_id, contract_no, charge_no, product, receipt, requested_at, country)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);

/** The newest renewal of a contract. */
export const renewalOfContract = maybeOne<Renewal>(
  "renewal_of_contract",
  `select ${RENEWAL} from contracts.renewal
    where device_id = $1 and contract_no = $2
    order by charge_no desc
    limit 1`,
);

/**
 * A renewal of the device whose money may still come, or has come and is about to conclude its contract. No
 * row: none is under way.
 */
export const renewalUnderway = maybeOne<{ chargeNo: number }>(
  "renewal_underway",
  `select r.charge_no as "chargeNo"
     from contracts.renewal r
     join money.charge m on m.root_id = r.device_id and m.no = r.charge_no
    where r.device_id = $1 and r.refund_due_at is null
      and not exists (
        select from contracts.contract c where c.device_id = r.device_id and c.charge_no = r.charge_no)
      and (m.state = 'captured' or (m.state = 'open' and exists (
        select from money.attempt a
         where a.root_id = r.device_id and a.about = 'charge' and a.about_no = r.charge_no
           and a.state in ('pending', 'unknown'))))
    limit 1`,
);

/** Notes that the money of a renewal is owed back. No row: that is noted already. */
export const oweRefund = maybeOne<{ contractNo: number }>(
  "owe_renewal_refund",
  `update contracts.renewal set refund_due_at = $3
    where device_id = $1 and charge_no = $2 and refund_due_at is null
   returning contract_no as "contractNo"`,
);

/** The renewal a charge pays for. */
export const renewalOfCharge = maybeOne<Renewal>(
  "renewal_of_charge",
  `select ${RENEWAL} from contracts.renewal where device_id = $1 and charge_no = $2`,
);

/** Renewals whose charge was captured before this and which no contract follows all the same. */
export const paidUnconcluded = many<{
  readonly deviceId: string;
  readonly chargeNo: number;
  readonly purpose: string;
}>(
  "paid_unconcluded",
  `select renewal.device_id as "deviceId", renewal.charge_no as "chargeNo", charge.purpose
     from contracts.renewal
     join money.charge on charge.root_id = renewal.device_id and charge.no = renewal.charge_no
    where charge.state = 'captured' and charge.closed_at < $1 and renewal.refund_due_at is null
      and not exists (
        select from contracts.contract
         where contract.device_id = renewal.device_id and contract.charge_no = renewal.charge_no)`,
);
