-- Personal data lives in this table and nowhere else; everything else holds the id.
create schema identity;
grant usage on schema identity to evermend_app;

create table identity.person (
  person_id  text        not null,
  name       text        not null,
  email      text        not null,
  country    text,
  address    jsonb,
  locale     text        not null default 'en',
  created_at timestamptz not null,
  constraint person_pkey primary key (person_id),
  constraint person_email_lower check (email = lower(email))
);

-- Finds the people behind an address: the key is the value.
create table identity.email_index (
  email     text not null,
  person_id text not null,
  constraint email_index_pkey primary key (email, person_id)
);

grant select, insert, update on identity.person to evermend_app;
grant select, insert, delete on identity.email_index to evermend_app;
