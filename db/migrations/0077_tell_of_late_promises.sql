-- Who is told when a promise runs out: of a centre its desk, and who leads it. Addresses stand with their
-- persons, as everywhere.
create table service.centre_contact (
  centre_id text        not null,
  -- Null: nobody is named.
  desk_id   text,
  lead_id   text,
  version   integer     not null,
  set_at    timestamptz not null,
  set_by    text        not null,
  constraint centre_contact_pkey primary key (centre_id),
  constraint centre_contact_centre foreign key (centre_id) references service.centre (centre_id)
);
grant select, insert on service.centre_contact to evermend_app;
grant update (desk_id, lead_id, version, set_at, set_by) on service.centre_contact to evermend_app;

-- A tier of a promise that was reached, or clips nobody has looked at in time: somebody of ours is told once.
-- waiting -> gathered (it stands in a letter) | needless | unaddressed -> gathered | needless.
create table notices.alarm (
  root_id    text        not null,
  kind       text        not null,
  -- Of a promise case and clock, `1/2`; of a verification its number and submission.
  subject    text        not null,
  at         timestamptz not null,
  state      text        not null,
  -- Why nobody is told, or why nobody could be.
  why        text,
  -- The letters it stands in, one for each who is told.
  letters    text[]      not null default '{}',
  settled_at timestamptz,
  constraint alarm_pkey primary key (root_id, kind, subject),
  constraint alarm_kind check (kind in ('promise_near', 'promise_broken', 'promise_escalated',
                                        'verification_late')),
  constraint alarm_state check (state in ('waiting', 'gathered', 'needless', 'unaddressed')),
  constraint alarm_letters check ((state = 'gathered') = (cardinality(letters) > 0)),
  constraint alarm_why check ((state in ('needless', 'unaddressed')) = (why is not null)),
  constraint alarm_settled check ((state = 'waiting') = (settled_at is null))
);
create index alarm_open on notices.alarm (at) where state in ('waiting', 'unaddressed');
create index alarm_at on notices.alarm (at, root_id, kind, subject);
grant select, insert on notices.alarm to evermend_app;
grant update (state, why, letters, settled_at) on notices.alarm to evermend_app;

-- One letter to one of ours with what ran out since the last: a root of its own, so that it is sent, given up
-- and sent again like any other letter.
create table notices.alarm_letter (
  root_id   text        not null,
  addressee text        not null,
  -- Whose desk or lead it goes to; which person, of a manager.
  centre_id text,
  person_id text,
  made_at   timestamptz not null,
  -- The alarms in it: `[{"rootId", "kind", "subject"}]`.
  alarms    jsonb       not null,
  constraint alarm_letter_pkey primary key (root_id),
  constraint alarm_letter_addressee check (addressee in ('desk', 'lead', 'manager', 'office')),
  constraint alarm_letter_centre check ((addressee in ('desk', 'lead')) = (centre_id is not null)),
  constraint alarm_letter_person check ((addressee = 'manager') = (person_id is not null)),
  constraint alarm_letter_alarms check (jsonb_array_length(alarms) > 0)
);
grant select, insert on notices.alarm_letter to evermend_app;
-- Locking its row takes this.
grant update (made_at) on notices.alarm_letter to evermend_app;

-- What ran out before there were letters is nobody's news any more.
insert into notices.alarm (root_id, kind, subject, at, state, why, settled_at)
select root_id,
       case type when 'PromiseNear' then 'promise_near' when 'PromiseBroken' then 'promise_broken'
                 when 'PromiseEscalated' then 'promise_escalated' else 'verification_late' end,
       case type when 'VerificationLate' then (body ->> 'verificationNo') || '/' || (body ->> 'submission')
                 else (body ->> 'claimNo') || '/' || (body ->> 'clockNo') end,
       at, 'needless', 'before_letters', at
  from platform.event
 where type in ('PromiseNear', 'PromiseBroken', 'PromiseEscalated', 'VerificationLate')
on conflict do nothing;
