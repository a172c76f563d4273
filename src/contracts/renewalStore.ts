import { effect, maybeOne } from "../platform/index.ts";

/** A renewal that was allowed and waits for its money, or had it. */
export interface Renewal {
  readonly contractNo: number;
  readonly chargeNo: number;
  /** The product that follows. */
  readonly product: string;
  readonly receipt: object;
}

const RENEWAL = `contract_no as "contractNo", charge_no as "chargeNo", product, receipt`;

/** Keeps what was decided while its charge is open. */
export const insertRenewal = effect(
  "insert_renewal",
  `insert into contracts.renewal (device_id, contract_no, charge_no, product, receipt, requested_at)
   values ($1, $2, $3, $4, $5, $6)`,
);

/** The newest renewal of a contract. */
export const renewalOfContract = maybeOne<Renewal>(
  "renewal_of_contract",
  `select ${RENEWAL} from contracts.renewal
    where device_id = $1 and contract_no = $2
    order by charge_no desc
    limit 1`,
);

/** The renewal a charge pays for. */
export const renewalOfCharge = maybeOne<Renewal>(
  "renewal_of_charge",
  `select ${RENEWAL} from contracts.renewal where device_id = $1 and charge_no = $2`,
);
