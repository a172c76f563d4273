-- Several persons may have asked to show the same device: a stranger's ask keeps nobody from theirs. Each of
-- them has one under way at the most, which is settled under the lock of the device; the first accepted ends
-- the others.
drop index claims.verification_open;
create index verification_open on claims.verification (device_id) where closed_at is null;
