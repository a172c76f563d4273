-- A rule may let the activation of a plan begin a warranty: of the registry, or of anybody. What
-- an owner told is the weakest word: it counts while nobody else has told anything.
alter table contracts.warranty_rule
  add begins_by text not null default 'told',
  add constraint warranty_rule_begins check (begins_by in ('told', 'registry', 'activation'));

alter table contracts.warranty_source
  drop constraint warranty_source_teller,
  add constraint warranty_source_teller check (told_by in ('registry', 'office', 'bench', 'owner'));
