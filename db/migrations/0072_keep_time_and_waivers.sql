-- What an appeal put away of each deadline of its case, by kind: it goes on with what was left. Null: an
-- appeal from before this was kept.
alter table claims.appeal add column frozen jsonb;

-- A quote goes on with what was left of it, too.
grant update (valid_until) on claims.quote to evermend_app;

-- What is waived of sending a device back, in minor units: it stays free until somebody takes that back.
alter table claims.claim add column waived_minor bigint;
alter table claims.claim add constraint claim_waived check (waived_minor > 0);
