-- What is repaired for nothing says by whose word: the law's, the warranty's, or kindness.
alter table claims.claim
  drop constraint claim_route,
  add constraint claim_route check (route in ('statutory', 'warranty', 'plan', 'paid', 'goodwill', 'return'));
