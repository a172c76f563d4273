/** Goods that were paid for: a captured charge of one line, booked as it should be. */
const PAID = `insert into money.charge (root_id, no, purpose, amount_minor, currency, state, created_at, closed_at)
    values ('goods', 1, 'order', 100, 'EUR', 'captured', now(), now());
  insert into money.charge_line values ('goods', 1, 1, 'goods', 'goods', 'EE', null, 1, 100, 0, 'none');`;
const ROW = `insert into money.goods (root_id, charge_no, line_no, kind, programme, region, currency, quantity,
                         owed_quantity, net_minor, owed_minor, tax_minor, tax_kind)
    values ('goods', 1, 1, 'goods', 'goods', 'EE', 'EUR', 1, 1, 100, 100, 0, 'none');`;

/** What goods can never be: the invariant, what is wrong, the statements. */
export const plantedGoods: readonly (readonly [number, string, string])[] = [
  [45, "goods that were paid for and are owed to nobody", PAID],
  [45, "goods that are owed and not in the books", `${PAID} ${ROW}`],
  [
    45,
    "goods paid back without a refund",
    `${PAID} ${ROW} update money.goods set owed_quantity = 0, owed_minor = 0, returned_quantity = 1,
                                         refunded_minor = 100`,
  ],
];
