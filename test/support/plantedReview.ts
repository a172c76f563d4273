/** What must not be true of appeals and overrides, and how it would come about. */
export const plantedReview: readonly (readonly [number, string, string])[] = [
  [60, "a case that is frozen without an appeal", "update claims.claim set appeal = 'asked'"],
  [
    60,
    "an appeal that is decided by who decided the case",
    `${appeal("'dismissed'", "(select actor from claims.decision limit 1)")}
     update claims.claim set appeal = 'dismissed'`,
  ],
  [
    60,
    "an override that is granted and not on the sheet",
    `${override("'granted'")}
     update claims.claim set state = 'inspected', closed_at = null, choices = '[]'`,
  ],
  [
    60,
    "a way by kindness that nobody granted",
    `update claims.claim set route = 'goodwill', choices = json_build_array(json_build_object(
       'route', 'goodwill', 'fee', json_build_object('amount', 0, 'currency', currency),
       'override', json_build_object('id', 'ovr_' || device_id || '_1')))`,
  ],
];

/** The first case contested, and decided so by this person. */
function appeal(state: string, by: string): string {
  return `insert into claims.appeal (device_id, no, claim_no, decision_no, state, reason, facts, receipt,
                                     asked_by, asked_at, due_at, deciders, decided_by, decided_at, says)
    select c.device_id, 1, c.no, 1, ${state}, 'it fell from the table', '{}', '{}', 'bea', now(), now(), '{}',
           ${by}, now(), 'we looked again'
      from (select device_id, no from claims.claim order by device_id limit 1) as c;`;
}

function override(state: string): string {
  return `insert into claims.override (device_id, no, claim_no, state, gives, fee_minor, cost_minor, currency,
                                       reason, note, asked_by, asked_at, second_person, decided_by,
                                       decided_at)
    select c.device_id, 1, c.no, ${state}, 'repair', 0, 100, c.currency, 'other', 'note', 'eva', now(), false,
           'eva', now()
      from (select device_id, no, currency from claims.claim order by device_id limit 1) as c;`;
}
