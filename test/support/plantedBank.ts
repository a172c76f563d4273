const plantedCredit = `insert into money.bank_credit
      (credit_id, bank_id, amount_minor, currency, reference, booked_on, state, created_at, created_by)
    values ('credit', 'B-1', 100, 'EUR', 'none', '2027-01-01', 'unallocated', '2027-01-01', 'x')`;

/** What money at our bank can never be: the invariant, what is wrong, the statements. */
export const plantedBank: readonly (readonly [number, string, string])[] = [
  [43, "a credit that was never booked", plantedCredit],
  [
    43,
    "a credit that was given to a charge and posted nowhere",
    `${plantedCredit};
    update money.bank_credit set state = 'assigned', (root_id, charge_no) = (
      select root_id, no from money.charge where state = 'captured' limit 1)`,
  ],
  [
    43,
    "a credit that went back by no refund",
    `${plantedCredit}; update money.bank_credit set state = 'returned'`,
  ],
  [
    43,
    "a payer who has less than nothing with us",
    `insert into money.account (account_id, programme, region, currency, kind, party)
    values (1, 'x', 'EU', 'EUR', 'payer_balance', 'chg_x_1');
    insert into money.account_month values (1, '2027-01-01', 0, 1, 0, 1)`,
  ],
  [
    43,
    "an invoice that is in no book",
    `insert into money.receivable (root_id, charge_no, reference, amount_minor, currency, invoiced_at, due_on)
    select root_id, no, 'RF01', amount_minor, currency, '2027-01-01', '2027-02-01'
      from money.charge where state = 'captured' and amount_minor > 0 limit 1`,
  ],
];
