-- One verification of each asker and device is under way at the most. Persons are written down anew each
-- time, so who asks is told apart by a digest of the address, keyed and different for every device; it goes
-- when the verification is over. Those that are under way already have none: they end by themselves.
alter table claims.verification
  add column asker_digest bytea,
  add constraint verification_asker check (closed_at is null or asker_digest is null);

create unique index verification_once on claims.verification (device_id, asker_digest)
  where closed_at is null;

grant update (asker_digest) on claims.verification to evermend_app;
