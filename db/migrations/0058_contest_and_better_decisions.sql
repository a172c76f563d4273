-- What can be done about a decision: staff do better than the terms, owners contest it; and what is odd about
-- a case, which may lead to a person and to nothing else.

-- How the newest appeal stands; while it is asked nothing of the case moves.
alter table claims.claim
  add column appeal text,
  add constraint claim_appeal check (appeal in ('asked', 'upheld', 'dismissed', 'withdrawn'));

-- What was known to be odd when it was decided. A refusal never stands on it.
alter table claims.decision
  add column signals json,
  add constraint decision_without_signals check (
    (receipt ->> 'outcome' <> 'refused'
      or not jsonb_path_exists(receipt::jsonb, '$.against[*].facts.signals'))
    and (found is null
      or not jsonb_path_exists(found::jsonb,
                               '$[*].receipt ? (@.outcome == "refused").against[*].facts.signals')));

create table claims.override (
  device_id     text        not null,
  no            integer     not null,
  claim_no      integer     not null,
  state         text        not null,
  gives         text        not null,
  fee_minor     bigint      not null,
  -- What it costs us, as who asks reckons it. Both in the currency of the case.
  cost_minor    bigint      not null,
  currency      text        not null,
  reason        text        not null,
  note          text        not null,
  -- What its owner reads beside it.
  says          text,
  appeal_no     integer,
  asked_by      text        not null,
  asked_at      timestamptz not null,
  second_person boolean     not null,
  decided_by    text,
  decided_at    timestamptz,
  decision_note text,
  constraint override_pkey primary key (device_id, no),
  constraint override_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint override_state check (state in ('asked', 'granted', 'declined')),
  constraint override_gives check (gives in ('repair', 'replacement')),
  constraint override_fee check (fee_minor >= 0 and cost_minor >= 0),
  constraint override_decided check ((state = 'asked') = (decided_at is null)
    and (decided_at is null) = (decided_by is null)),
  constraint override_two_hands check (not second_person or decided_by <> asked_by)
);
create unique index override_one_live on claims.override (device_id, claim_no)
  where state in ('asked', 'granted');
create index override_waiting on claims.override (state, asked_at);
grant select, insert, update on claims.override to evermend_app;

create table claims.appeal (
  device_id   text        not null,
  no          integer     not null,
  claim_no    integer     not null,
  -- Which decision of the case is contested, and what it was made from.
  decision_no integer     not null,
  state       text        not null default 'asked',
  reason      text        not null,
  facts       json        not null,
  receipt     json        not null,
  asked_by    text        not null,
  asked_at    timestamptz not null,
  due_at      timestamptz not null,
  -- Who had decided something of the case before; none of them decides this.
  deciders    text[],
  decided_by  text,
  decided_at  timestamptz,
  -- What its owner reads of it.
  says        text,
  -- Upheld: what the terms should have said, for the example.
  should_be   text,
  constraint appeal_pkey primary key (device_id, no),
  constraint appeal_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint appeal_state check (state in ('asked', 'upheld', 'dismissed', 'withdrawn')),
  constraint appeal_decided check ((state = 'asked') = (decided_at is null)
    and (decided_at is null) = (decided_by is null)),
  constraint appeal_by_another check (state in ('asked', 'withdrawn')
    or (deciders is not null and decided_by <> all (deciders) and decided_by <> asked_by
        and says is not null)),
  constraint appeal_example check ((state = 'upheld') = (should_be is not null))
);
create unique index appeal_one_asked on claims.appeal (device_id, claim_no) where state = 'asked';
create unique index appeal_one_each on claims.appeal (device_id, claim_no, decision_no)
  where state <> 'withdrawn';
create index appeal_waiting on claims.appeal (state, asked_at);
grant select, insert, update on claims.appeal to evermend_app;

create table claims.signal (
  device_id text        not null,
  claim_no  integer     not null,
  no        integer     not null,
  kind      text        not null,
  -- What it is about within its kind, so that a second look adds nothing.
  about     text        not null,
  weight    integer     not null,
  -- The figures its reason is told with, and the rows it rests on.
  told      jsonb       not null,
  rests_on  jsonb       not null,
  raised_at timestamptz not null,
  seen_by   text,
  seen_at   timestamptz,
  note      text,
  constraint signal_pkey primary key (device_id, claim_no, no),
  constraint signal_once unique (device_id, claim_no, kind, about),
  constraint signal_claim foreign key (device_id, claim_no) references claims.claim (device_id, no),
  constraint signal_kind check (kind in ('serial_reuse', 'image_reuse', 'soon_after_binding',
                                         'activity_after_loss', 'velocity')),
  constraint signal_weight check (weight between 1 and 5),
  constraint signal_rests check (jsonb_typeof(rests_on) = 'array' and jsonb_array_length(rests_on) > 0),
  constraint signal_seen check ((seen_by is null) = (seen_at is null) and (seen_by is null) = (note is null))
);
grant select, insert, update on claims.signal to evermend_app;

-- Two pictures of which at most three bits of sixty-four differ are alike in one of four quarters.
create index evidence_look_1 on claims.evidence ((look & 65535)) where state = 'kept' and look is not null;
create index evidence_look_2 on claims.evidence (((look >> 16) & 65535))
  where state = 'kept' and look is not null;
create index evidence_look_3 on claims.evidence (((look >> 32) & 65535))
  where state = 'kept' and look is not null;
create index evidence_look_4 on claims.evidence (((look >> 48) & 65535))
  where state = 'kept' and look is not null;
