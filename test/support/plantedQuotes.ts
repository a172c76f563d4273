/** A quote that was accepted, and the charge that came of it, or none. */
const LOOSE = `alter table claims.quote drop constraint quote_claim, drop constraint quote_charge,
  drop constraint quote_as_accepted;`;
const charge = (amountMinor: number): string => `insert into money.charge
    (root_id, no, purpose, subject_no, amount_minor, currency, state, created_at)
    values ('quoted', 1, 'claim_fee', 1, ${amountMinor}, 'PLN', 'open', now());`;
const quote = (acceptedAt: string): string => `insert into claims.quote
    (device_id, claim_no, no, currency, lines, net_minor, tax_minor, total_minor, repair_minor, made_at,
     valid_until, actor, accepted_at, accepted_minor, accepted_currency, charge_no)
    values ('quoted', 1, 1, 'PLN', '[]', 100, 23, 123, 123, '2027-01-01Z', '2027-01-15Z', 'bench',
            '${acceptedAt}', 123, 'PLN', 1);`;

/** Quotes as they must never be. */
export const plantedQuotes: readonly (readonly [number, string, string])[] = [
  [24, "a charge of another sum than its quote", `${LOOSE} ${charge(120)} ${quote("2027-01-02Z")}`],
  [24, "a quote that was accepted after its end", `${LOOSE} ${charge(123)} ${quote("2027-01-16Z")}`],
  [24, "a quote that was accepted and never charged", `${LOOSE} ${quote("2027-01-02Z")}`],
];
