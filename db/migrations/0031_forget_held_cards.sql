-- The card a provider has kept for a hold is forgotten there when the hold has ended: a try of its own. We
-- have nothing of that card but the authorisation it was first asked for.
alter table money.attempt drop constraint attempt_about;
alter table money.attempt add constraint attempt_about
  check (about in ('charge', 'refund', 'hold', 'capture', 'release', 'card', 'forget', 'forget_held'));
