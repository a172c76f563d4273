-- A flyaway within the replacements takes one of them: the slot says of which part of its benefit it was
-- taken, so that the part is never taken more often than it is granted. Null: of the benefit as a whole.
alter table contracts.benefit_slot add column part text;
alter table contracts.benefit_slot
  add constraint benefit_slot_part check (part is null or state <> 'free');
grant update (part) on contracts.benefit_slot to evermend_app;
