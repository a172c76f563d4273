/** What may not be of reports and differences, and of the time in which the world outside is not matched. */
export const plantedReports: readonly (readonly [number, string, string])[] = [
  [
    31,
    "a line marked as posted, without its postings",
    `insert into money.report_line (line_id, report_id, line_no, kind, party, entry, their_id, reference,
      amount_minor,
                                   fee_minor, currency, at, posted_at)
     values ('l', 'r', 1, 'provider', 'test', 'payment', 'x', 'x', 100, 1, 'PLN', '2027-01-01',
     '2027-01-01')`,
  ],
  [
    31,
    "a posting for a line that nobody told",
    "update money.posting set source = 'report_line/fee' where source = 'charge/1/captured'",
  ],
  [
    31,
    "a difference that ended as posted, with nothing posted",
    `insert into money.difference (difference_id, kind, party, cause, state, amount_minor, detail, found_at,
      found_by,
                                   ended_at, ended_by, end_reason, posted_root, posted_source)
     values ('d', 'provider', 'test', 'fee_differs', 'posted', 1, '', '2027-01-01', 'r', '2027-01-02', 'm',
     'so',
             'nowhere', 'report_line/fee')`,
  ],
  [
    31,
    "a provider that was called while the world was not matched",
    `update money.attempt set called_at = '2027-01-02';
     insert into money.reconcile_mode (no, reason, started_by, started_at)
     values (1, 'restored', 'system', '2027-01-01')`,
  ],
];
