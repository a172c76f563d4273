-- A hold, its capture and its release may go by one reference of the provider's.
alter table money.provider_ref drop constraint provider_ref_pkey;
alter table money.provider_ref add constraint provider_ref_pkey primary key (provider, provider_ref, about);
