import { many, maybeOne } from "../../platform/index.ts";
import type { ChargeLine } from "../ledger/index.ts";
import type { BankCredit } from "./credit.ts";

const CREDIT = `credit_id as "creditId", bank_id as "bankId", amount_minor as "amountMinor", currency,
  reference, booked_on as "bookedOn", state, root_id as "rootId", charge_no as "chargeNo",
  allocated_minor as "allocatedMinor", created_at as "createdAt"`;

/** Keeps a credit. No row: this booking of the bank's was kept before. */
export const insertCredit = maybeOne<BankCredit>(
  "insert_bank_credit",
  `insert into money.bank_credit
     (credit_id, bank_id, amount_minor, currency, reference, booked_on, state, created_at, created_by)
   values ($1, $2, $3, $4, $5, $6, 'unallocated', $7, $8)
   on conflict do nothing
   returning ${CREDIT}`,
);

export const creditOf = maybeOne<BankCredit>(
  "bank_credit_of",
  `select ${CREDIT} from money.bank_credit where credit_id = $1`,
);

/** Gives a credit to a charge. No row: somebody did before. */
export const assignTo = maybeOne<BankCredit>(
  "assign_bank_credit",
  `update money.bank_credit
      set state = 'assigned', root_id = $2, charge_no = $3, allocated_minor = $4, assigned_at = $5,
          assigned_by = $6
    where credit_id = $1 and state = 'unallocated'
   returning ${CREDIT}`,
);

/**
 * Says that a provider paid it out to us, as the line `$2` of its report tells: it is nobody's payment. No
 * row: it was given to a charge, or sent back.
 */
export const notePaidOut = maybeOne<{ creditId: string }>(
  "note_credit_paid_out",
  `update money.bank_credit set state = 'paid_out', payout_line_id = $2
    where credit_id = $1 and state = 'unallocated'
   returning credit_id as "creditId"`,
);

/** A page of credits, the newest first, after the one that `$2` and `$3` name. */
export const pageOfCredits = many<BankCredit>(
  "page_of_bank_credits",
  `select ${CREDIT}
     from money.bank_credit
    where ($1::text is null or state = $1)
      and ($2::timestamptz is null or (created_at, credit_id) < ($2, $3::text))
    order by created_at desc, credit_id desc
    limit $4`,
);

/** What a charge is made of. */
export const linesIn = many<Pick<ChargeLine, "programme" | "region" | "netMinor" | "taxMinor">>(
  "lines_of_transfer",
  `select programme, region, net_minor as "netMinor", tax_minor as "taxMinor"
     from money.charge_line where root_id = $1 and charge_no = $2 order by no`,
);
