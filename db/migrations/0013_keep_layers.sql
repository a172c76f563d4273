-- What was laid over a version when it was published, as [{hash, source}]: its annexes, and the statutes it
-- names. Kept with it, so that it decides in ten years as on its first day.
alter table catalogue.terms_version add column layers json not null default '[]';
