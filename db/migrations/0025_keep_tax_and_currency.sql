-- What a code was paid with is what its contract is in: a region may have several currencies. Null for a code
-- that was made without a sale.
alter table contracts.code add column currency text;
update contracts.code
   set currency = sale.currency
  from money.sale
 where sale.root_id = code.order_id and sale.no = code.sale_no;

-- The tax of a line is that of its buyer's country on the day: which one, and how much in hundredths of a
-- percent. Null where nobody knew the country, or its rate.
alter table commerce.order_line add column tax_kind text;
alter table commerce.order_line add column tax_rate_basis_points integer;
alter table money.charge_line add column tax_country text;
alter table money.charge_line add column tax_rate_basis_points integer;

-- Where the holder lives who renews, when it was told with the renewal.
alter table contracts.renewal add column country text;
