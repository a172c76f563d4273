-- What shows what happened to a device: uploading -> checking -> kept | refused; withdrawn by who added it.
-- The files lie in the data folder under `file_name`: the original sealed, the copy that is shown apart.
create table claims.evidence (
  device_id       text        not null,
  claim_no        integer     not null,
  no              integer     not null,
  -- 128 random bits: nothing of whom or what it is of is told by it.
  file_name       text        not null,
  state           text        not null default 'uploading',
  kind            text        not null,
  purpose         text        not null,
  caption         text,
  -- As it was sent, and as it is shown.
  sent_type       text        not null,
  sent_bytes      bigint      not null,
  added_by        text        not null,
  adder_id        text        not null,
  added_at        timestamptz not null,
  -- Of what the bench or a mail added: whether the owner sees it.
  is_shared       boolean     not null default false,
  received_at     timestamptz,
  refused_as      text,
  original_digest bytea,
  shown_digest    bytea,
  shown_type      text,
  shown_bytes     bigint,
  width           integer,
  height          integer,
  -- 64 bits of what a photo looks like: pictures that look alike differ in few of them.
  look            bigint,
  closed_at       timestamptz,
  -- When what is not needed any more was removed from the folder.
  cleared_at      timestamptz,
  constraint evidence_pkey primary key (device_id, claim_no, no),
  constraint evidence_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint evidence_state check (state in ('uploading', 'checking', 'kept', 'refused', 'withdrawn')),
  constraint evidence_kind check (kind in ('photo', 'video', 'log', 'document')),
  constraint evidence_purpose check
    (purpose in ('whole_device', 'other_side', 'damage', 'serial_label', 'bench', 'free')),
  constraint evidence_added_by check (added_by in ('owner', 'staff', 'mail')),
  constraint evidence_size check (sent_bytes > 0),
  constraint evidence_received check (received_at is not null or state not in ('checking', 'kept')),
  constraint evidence_closed check ((state in ('uploading', 'checking')) = (closed_at is null)),
  constraint evidence_refused check ((state = 'refused') = (refused_as is not null)),
  -- What is kept has its original and its copy, and both are known by their digests.
  constraint evidence_kept check (state <> 'kept' or (octet_length(original_digest) = 32
    and octet_length(shown_digest) = 32 and shown_type is not null and shown_bytes > 0)),
  constraint evidence_look check (state <> 'kept' or (kind = 'photo') = (look is not null))
);
create index evidence_by_file on claims.evidence (file_name);
-- What still has something to do: bytes to check, files to remove.
create index evidence_at_work on claims.evidence (added_at)
  where state = 'checking' or (state <> 'uploading' and cleared_at is null);

grant select, insert, update on claims.evidence to evermend_app;
