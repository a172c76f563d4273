-- Kept answers and receipts are some thousand letters each, and every step of a case writes one or both.
-- Compressing them cost more processor time than all else that the statement does, so they are kept plain,
-- beside their rows. What is there already stays as it is, and readable.
alter table platform.idempotency alter column body set storage external;
alter table claims.claim alter column receipt set storage external;
alter table claims.decision alter column receipt set storage external;
