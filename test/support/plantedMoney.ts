import { plantedRefund } from "./plantedRefund.ts";

/** What books, charges, refunds and sales can never be: the invariant, what is wrong, the statements. */
export const plantedMoney: readonly (readonly [number, string, string])[] = [
  [
    27,
    "an account's month that is more than its postings",
    "update money.account_month set debit_minor = debit_minor + 1",
  ],
  [
    27,
    "a posting that was taken away",
    `delete from money.posting
      where (root_id, no) = (select root_id, no from money.posting order by 1, 2 limit 1)`,
  ],
  [27, "a posting that was changed", "update money.posting set amount_minor = amount_minor + 1"],
  [
    27,
    "an amount that became another currency's",
    `alter table money.posting drop constraint posting_debit;
    alter table money.account drop constraint account_name;
    update money.account set currency = 'XTS' where kind = 'clearing'`,
  ],
  [
    27,
    "a captured charge that was never posted",
    `insert into money.charge (root_id, no, purpose, amount_minor, currency, state, created_at, closed_at)
     values ('unposted', 1, 'order', 100, 'EUR', 'captured', now(), now());
    insert into money.charge_line values ('unposted', 1, 1, 'fee', 'care', 'EU', null, 1, 100, 0, 'none')`,
  ],
  [
    27,
    "a charge that is more than its lines",
    `insert into money.charge (root_id, no, purpose, amount_minor, currency, state, created_at)
     values ('lineless', 1, 'order', 100, 'EUR', 'open', now())`,
  ],
  [
    28,
    "a charge captured twice",
    `drop index money.attempt_one_success;
    insert into money.attempt select (jsonb_populate_record(a, '{"no": 9}')).* from money.attempt as a
     where state = 'succeeded'`,
  ],
  [28, "a charge captured by nothing", "delete from money.attempt"],
  [28, "a reference used twice", "update money.attempt set provider_ref = 'same'"],
  [28, "a reference that was not kept", "delete from money.provider_ref"],
  [
    29,
    "more promised back than was captured",
    `alter table money.charge drop constraint charge_refunded;
    update money.charge set refunded_minor = amount_minor + 1`,
  ],
  [
    29,
    "a promise that no refund made",
    "update money.charge set refunded_minor = 1 where state = 'captured' and amount_minor > 0",
  ],
  [29, "a refund above the limit that one person made", plantedRefund("approved", "one", "one")],
  [
    29,
    "a refund of nothing that was sold",
    `${plantedRefund("requested", "one")}; delete from money.refund_line`,
  ],
  [
    29,
    "a kindness that corrects more tax than its line was charged",
    `${plantedRefund("approved", "one", "two")};
    update money.refund_line set net_minor = 0, tax_minor = 1, tax_kind = 'vat', line_no = 1;
    update money.charge_line set net_minor = net_minor + tax_minor, tax_minor = 0, tax_kind = 'none'`,
  ],
  [
    29,
    "a refund that a dispute has paid in no book",
    `${plantedRefund("requested", "one")}; update money.refund set settled_minor = 1`,
  ],
  [29, "a paid refund that nobody paid", plantedRefund("paid", "one", "two")],
  [
    29,
    "a running plan that was paid back",
    "update money.sale set state = 'refunded' where contract_id is not null",
  ],
  [
    29,
    "a good code that was paid back",
    "update money.sale set state = 'refunded' where contract_id is null",
  ],
  [
    32,
    "two open tries",
    `drop index money.attempt_one_open;
    insert into money.attempt select (jsonb_populate_record(a, jsonb_build_object('no', n, 'state', 'unknown',
      'resolved_at', null))).* from money.attempt as a, generate_series(8, 9) as n`,
  ],
  [
    32,
    "a try after one that succeeded",
    `insert into money.attempt select (jsonb_populate_record(a,
      '{"no": 9, "state": "failed"}')).* from money.attempt as a`,
  ],
  [
    33,
    "a sale that lost a cent",
    `alter table money.sale drop constraint sale_ties;
    update money.sale set deferred_minor = deferred_minor - 1 where deferred_minor > 0`,
  ],
  [
    33,
    "a sale that earned what was never posted",
    `update money.sale set deferred_minor = deferred_minor - 1, earned_minor = earned_minor + 1
      where deferred_minor > 0`,
  ],
  [33, "a plan that was paid and made no sale", "delete from money.sale where state = 'unused'"],
  [
    33,
    "a code in use whose sale earns nothing",
    `update money.sale set state = 'unused', contract_id = null
      where (root_id, no) in (select order_id, sale_no from contracts.code where state = 'redeemed')`,
  ],
  [
    48,
    "a reseller's balance beside the books",
    `insert into money.reseller_account (root_id, currency, balance_minor, credit_minor, reference)
     values ('beside', 'EUR', 5, 0, 'RF00')`,
  ],
];
