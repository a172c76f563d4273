-- A mail of a holder that names no case is of a report that is not sent yet: it stays with the device until
-- the case is opened, and is taken into that; where no case comes of it, it waits for a person.
alter table claims.mail
  drop constraint mail_state,
  add constraint mail_state
    check (state in ('new', 'unmatched', 'drafted', 'taken', 'ignored', 'not_ours')),
  add constraint mail_drafted
    check (state <> 'drafted' or (device_id is not null and claim_no is null));

create index mail_drafted on claims.mail (device_id) where state = 'drafted';
