-- A case with several findings is decided once for each. `found` has each with its receipt, `combined` what
-- holds for them together; both are null where there is one, which `findings` and `receipt` tell.
alter table claims.claim add column found json, add column combined json;
alter table claims.claim
  add constraint claim_found check ((found is null) = (combined is null));
alter table claims.decision add column found json, add column combined json;
alter table claims.decision
  add constraint decision_found check ((found is null) = (combined is null));
