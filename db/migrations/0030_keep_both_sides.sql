-- What each side says of what a difference is about, as it was found: a list of `what`, `theirs` and `ours`.
alter table money.difference add column sides jsonb not null default '[]';
grant update (sides) on money.difference to evermend_app;
