-- A unit may be needed by whatever way a case goes: kindness and the warranty bring another one, too.
drop index claims.claim_awaits_unit;
create index claim_awaits_unit on claims.claim (opened_at, device_id, no) where state = 'paid';
