-- Where the holder lives, as they said when they agreed: the tax of every renewal by consent is that
-- country's. Null where it was known otherwise, or makes no difference.
alter table contracts.auto_renewal add column country text;
