-- Tries are counted in one place, at signing in and at codes alike: per who tried and at what.
drop table contracts.code_try;

alter table identity.sign_in_try rename to spent_try;
alter table identity.spent_try rename constraint sign_in_try_pkey to spent_try_pkey;
create index spent_try_by_age on identity.spent_try (started_at);
