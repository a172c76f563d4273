-- Whoever asked for more than the terms give may take that back, above their authority too; granting it is
-- another's.
alter table claims.override
  drop constraint override_two_hands,
  add constraint override_two_hands check (not second_person or state <> 'granted' or decided_by <> asked_by);
