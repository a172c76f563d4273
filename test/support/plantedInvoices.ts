/** What issuing invoices can never leave: the invariant, what is wrong, the statements. */
export const plantedInvoices: readonly (readonly [number, string, string])[] = [
  [55, "a number that was lost", `${planted()}; update commerce.invoice_series set last = last + 1`],
  [55, "a number that was given twice", `${planted()}; ${planted(2)}`],
  [55, "an invoice of no series", `${planted()}; delete from commerce.invoice_series`],
  [
    56,
    "an invoice of another sum than its charge",
    `${planted()}; update commerce.invoice set net_minor = 1`,
  ],
  [
    56,
    "a print that says something else",
    `${planted()}; update commerce.invoice set figures = '{"lines": [{"netMinor": 1, "taxMinor": 0}]}'`,
  ],
  [
    56,
    "a credit note above its invoice, of a refund nobody made",
    `${planted()};
    insert into commerce.invoice
    select (jsonb_populate_record(i, '{"no": 2, "kind": "credit_note", "series": "CN", "refund_no": 99}')).*
      from commerce.invoice as i;
    update commerce.invoice set corrects = 1, net_minor = net_minor + 1 where kind = 'credit_note'`,
  ],
];

/** An invoice of an order that was paid, as it should be. */
function planted(no = 1): string {
  return `alter table commerce.invoice drop constraint if exists invoice_note;
    drop index if exists commerce.invoice_of_charge;
    insert into commerce.invoice_series (series, year, last) values ('INV', 2026, 1)
    on conflict (series, year) do nothing;
    insert into commerce.invoice (order_id, no, kind, series, year, number, charge_no, buyer_id, currency,
                                  net_minor, tax_minor, issued_at, issued_on, figures)
    select c.root_id, ${no}, 'invoice', 'INV', 2026, 1, c.no, 'ada', c.currency, sum(l.net_minor),
           sum(l.tax_minor), '2026-01-01', '2026-01-01',
           jsonb_build_object('lines', jsonb_agg(jsonb_build_object('netMinor', l.net_minor,
                                                                    'taxMinor', l.tax_minor)))
      from money.charge as c
      join money.charge_line as l on l.root_id = c.root_id and l.charge_no = c.no
      join commerce.order as o on o.order_id = c.root_id
     where c.state = 'captured'
     group by c.root_id, c.no, c.currency
     order by c.root_id
     limit 1`;
}
