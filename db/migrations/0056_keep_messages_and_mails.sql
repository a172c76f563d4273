-- What owner and bench write to each other in a case, what the bench notes for itself, and mails that come
-- in.

create table claims.message (
  device_id   text        not null,
  claim_no    integer     not null,
  no          integer     not null,
  side        text        not null,
  via         text        not null,
  author_id   text        not null,
  text        text        not null,
  -- Pieces of the case's evidence that came with it.
  evidence    integer[]   not null default '{}',
  -- Of a mail: which, and whose address it came from. Only what came from the owner's own is theirs for sure.
  mail_id     text,
  sender      text,
  is_verified boolean     not null default true,
  at          timestamptz not null,
  -- When the other side first saw it, and when what an owner wrote was answered or needed no answer.
  read_at     timestamptz,
  answered_at timestamptz,
  constraint message_pkey primary key (device_id, claim_no, no),
  constraint message_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint message_side check (side in ('owner', 'staff', 'system')),
  constraint message_via check (via in ('page', 'console', 'api', 'mail', 'system')),
  constraint message_text check (char_length(text) <= 20000),
  constraint message_mail check ((via = 'mail') = (mail_id is not null and sender is not null)),
  constraint message_verified check (is_verified or via = 'mail'),
  constraint message_answered check (side = 'owner' or answered_at is null)
);
create unique index message_of_mail on claims.message (device_id, mail_id) where mail_id is not null;
create index message_waiting on claims.message (at) where side = 'owner' and answered_at is null;
grant select, insert, update (evidence, read_at, answered_at) on claims.message to evermend_app;

-- Apart from messages, so that no question of an owner can come upon it.
create table claims.note (
  device_id text        not null,
  claim_no  integer     not null,
  no        integer     not null,
  author_id text        not null,
  text      text        not null,
  at        timestamptz not null,
  constraint note_pkey primary key (device_id, claim_no, no),
  constraint note_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint note_text check (char_length(text) between 1 and 8000)
);
grant select, insert on claims.note to evermend_app;

-- A mail as it came. Its id is made from what its sender wrote, so that the same mail twice is one row.
create table claims.mail (
  mail_id     text        not null,
  state       text        not null default 'new',
  received_at timestamptz not null,
  bytes       integer     not null,
  -- The mail itself, sealed for this row.
  raw         bytea       not null,
  -- What its headers say; filled when it is worked.
  sender      text,
  sender_name text,
  subject     text,
  message_id  text,
  in_reply_to text,
  -- The beginning of what it says, for the list.
  opening     text,
  outcome     text,
  device_id   text,
  claim_no    integer,
  reason      text,
  settled_at  timestamptz,
  settled_by  text,
  constraint mail_pkey primary key (mail_id),
  constraint mail_state check (state in ('new', 'unmatched', 'taken', 'ignored', 'not_ours')),
  constraint mail_outcome check ((state in ('new', 'taken')) or outcome is not null),
  constraint mail_taken check (state <> 'taken' or (device_id is not null and claim_no is not null)),
  constraint mail_rejected check ((state = 'not_ours') = (reason is not null)),
  constraint mail_settled check ((state in ('taken', 'ignored', 'not_ours')) = (settled_at is not null))
);
create index mail_open on claims.mail (received_at) where state in ('new', 'unmatched');
grant select, insert, update on claims.mail to evermend_app;
