/** Goods that were paid for: a captured charge of one line, booked as it should be. */
const PAID = `insert into money.charge (root_id, no, purpose, amount_minor, currency, state, created_at,
                            closed_at)
    values ('goods', 1, 'order', 100, 'EUR', 'captured', now(), now());
  insert into money.charge_line values ('goods', 1, 1, 'goods', 'goods', 'EE', null, 1, 100, 0, 'none');`;
const ROW = `insert into money.goods (root_id, charge_no, line_no, kind, programme, region, currency,
                         quantity,
                         owed_quantity, net_minor, owed_minor, tax_minor, tax_kind)
    values ('goods', 1, 1, 'goods', 'goods', 'EE', 'EUR', 1, 1, 100, 100, 0, 'none');`;

const PLACED = `insert into commerce.order (order_id, buyer_id, placed_by, country, currency, net_minor,
      gross_minor, delivery, promised_on, state, placed_at, paid_at)
    values ('goods', 'nobody', 'nobody', 'EE', 'EUR', 100, 100, 'home', '2027-01-01', 'delivered',
            now(), now());
  insert into commerce.order_line (order_id, no, sku, name, sold_as, quantity, unit_net_minor,
                                   unit_gross_minor)
    values ('goods', 1, 'G', 'G', 'goods', 1, 100, 100);`;
const PARCEL = `insert into commerce.parcel (order_id, no, state, carrier, delivery, country, weight_grams,
                             wanted_at, booked_at, tracking)
    values ('goods', 1, 'booked', 'test', 'home', 'EE', 100, now(), now(), 'T');
  insert into commerce.parcel_line values ('goods', 1, 1, 1);`;

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
  [
    46,
    "goods that left and are owed still",
    `${PAID} ${ROW} ${PLACED} ${PARCEL}
     update commerce.parcel set state = 'handed_over', handed_over_at = now()`,
  ],
  [
    46,
    "goods that are income and never left",
    `${PAID} ${ROW} ${PLACED} update money.goods set owed_quantity = 0, owed_minor = 0, income_minor = 100`,
  ],
  [46, "a delivered order with a parcel on the shelf", `${PLACED} ${PARCEL}`],
  [59, "a price of no product", "insert into catalogue.price values ('nothing', 'EUR', 1, 100, 100, now())"],
];
