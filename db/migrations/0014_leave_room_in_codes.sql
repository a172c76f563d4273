-- A code is written twice: when it is sold, and when it is redeemed. With room on its page the second version
-- stays beside the first, and the keys, which did not change, need no new entries.
alter table contracts.code set (fillfactor = 75);
