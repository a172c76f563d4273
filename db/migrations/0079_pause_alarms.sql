-- What ran out while its owner has the ball is told once the ball is back, and not given up for good.
-- waiting -> gathered | needless | unaddressed | paused; unaddressed, paused -> gathered | needless | each
-- other.
alter table notices.alarm
  drop constraint alarm_state,
  drop constraint alarm_why,
  add constraint alarm_state check (state in ('waiting', 'gathered', 'needless', 'unaddressed', 'paused')),
  add constraint alarm_why check ((state in ('needless', 'unaddressed', 'paused')) = (why is not null));

drop index notices.alarm_open;
create index alarm_open on notices.alarm (at) where state in ('waiting', 'unaddressed', 'paused');

-- Those that were given up so far and whose promise is not kept yet are looked at again.
update notices.alarm as a
   set state = 'paused'
  from service.clock as k
 where a.state = 'needless' and a.why = 'owner_has_ball' and k.state in ('running', 'paused')
   and k.device_id = a.root_id and a.subject = k.claim_no || '/' || k.no;

insert into platform.deadline (root_id, kind, key, due_at)
select 'alarms', 'alarm_letters', 'paused', coalesce((select at from platform.test_clock), now())
 where exists (select from notices.alarm where state = 'paused');
