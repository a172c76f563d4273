/** A refund of a smallest unit of a charge, promised as it should be. */
export function plantedRefund(
  state: "requested" | "approved" | "paid",
  by: string,
  decidedBy?: string,
): string {
  const decided = decidedBy === undefined ? "null, null" : `'${decidedBy}', '2027-01-01'`;
  const closed = state === "paid" ? "'2027-01-02'" : "null";
  return `alter table money.refund drop constraint refund_second_person;
    insert into money.refund (root_id, no, charge_no, kind, amount_minor, currency, state, means, method,
      reason,
                              second_person, requested_by, requested_at, decided_by, decided_at, closed_at)
    select root_id, 1, no, 'goodwill', 1, currency, '${state}', 'provider', 'm', 'x', true, '${by}',
      '2027-01-01',
           ${decided}, ${closed}
      from money.charge where state = 'captured' and amount_minor > 0 limit 1;
    insert into money.refund_line (root_id, refund_no, no, net_minor, tax_minor, tax_kind, programme, region)
    select root_id, no, 1, 1, 0, 'none', 'x', 'EU' from money.refund;
    update money.charge set refunded_minor = 1
     where (root_id, no) in (select root_id, charge_no from money.refund)`;
}
