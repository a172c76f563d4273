-- A letter goes to the address it was written to, and tells it only what it is still named for: what another
-- is named for by now is put back and waits for a letter of its own, and keeps the letters that did go.
alter table notices.alarm
  drop constraint alarm_letters,
  add constraint alarm_letters check (state <> 'gathered' or cardinality(letters) > 0);

alter table notices.alarm_letter
  drop constraint alarm_letter_person,
  -- Null: it was written before this was kept, and what has not left is put back.
  add constraint alarm_letter_person check (addressee <> 'manager' or person_id is not null);

-- To whom letters went that have left.
update notices.alarm_letter as l
   set person_id = m.person_id
  from notices.message as m
 where m.root_id = l.root_id and m.state = 'sent' and l.person_id is null;
