-- Who may come in: API keys, members, sessions and what proves an address. Local tables, never spread.

-- A key's secret has 256 random bits, so its plain SHA-256 can be neither turned back nor guessed.
create table identity.api_key (
  key_id       text        not null,
  digest       bytea       not null,
  role         text        not null,
  label        text        not null,
  -- Whose contracts and claims an owner's key sees.
  email        text,
  created_by   text        not null,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  constraint api_key_pkey primary key (key_id),
  constraint api_key_role check (role in ('owner', 'reseller', 'staff', 'manager', 'integrator')),
  constraint api_key_owner check (role <> 'owner' or email is not null),
  constraint api_key_email_lower check (email = lower(email))
);

-- Who has a role in the console. Asked at every request, so a change counts at once.
create table identity.member (
  email      text        not null,
  role       text        not null,
  name       text        not null,
  active     boolean     not null default true,
  created_at timestamptz not null,
  constraint member_pkey primary key (email),
  constraint member_role check (role in ('reseller', 'staff', 'manager')),
  constraint member_email_lower check (email = lower(email))
);

-- Somebody who has signed in. The id is a person's: the name stands there. The sign-in library reads and
-- writes this table and the four after it; `name` and `image` are its own and stay empty.
create table identity.login (
  id             text        not null,
  name           text        not null,
  email          text        not null,
  email_verified boolean     not null,
  image          text,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  constraint login_pkey primary key (id),
  constraint login_email_key unique (email),
  constraint login_email_lower check (email = lower(email))
);

create table identity.session (
  id         text        not null,
  token      text        not null,
  login_id text        not null,
  expires_at timestamptz not null,
  address    text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint session_pkey primary key (id),
  constraint session_token_key unique (token),
  constraint session_login foreign key (login_id) references identity.login (id) on delete cascade
);
create index session_of_login on identity.session (login_id);

-- What is asked of somebody to prove who they are: a mailed code's digest, a passkey's challenge.
-- `identifier` is a digest as well. Adding a passkey keeps the address here for its five minutes.
create table identity.challenge (
  id         text        not null,
  identifier text        not null,
  value      text        not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint challenge_pkey primary key (id)
);
create index challenge_by_identifier on identity.challenge (identifier);

create table identity.passkey (
  id            text        not null,
  login_id    text        not null,
  name          text,
  public_key    text        not null,
  credential_id text        not null,
  counter       bigint      not null,
  device_type   text        not null,
  backed_up     boolean     not null,
  transports    text,
  aaguid        text,
  created_at    timestamptz,
  constraint passkey_pkey primary key (id),
  constraint passkey_credential_key unique (credential_id),
  constraint passkey_login foreign key (login_id) references identity.login (id) on delete cascade
);
create index passkey_of_login on identity.passkey (login_id);

-- Accounts elsewhere and passwords. We offer neither; the library looks here for what to take from an address
-- that was claimed before it was proved.
create table identity.credential (
  id                       text        not null,
  login_id               text        not null,
  provider_id              text        not null,
  provider_account_id      text        not null,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null,
  updated_at               timestamptz not null,
  constraint credential_pkey primary key (id),
  constraint credential_login foreign key (login_id) references identity.login (id) on delete cascade
);
create index credential_of_login on identity.credential (login_id);

-- A link that signs somebody in once. Using it is deleting it.
create table identity.sign_in_link (
  digest     bytea       not null,
  email      text        not null,
  goes_to    text        not null,
  expires_at timestamptz not null,
  constraint sign_in_link_pkey primary key (digest)
);

-- Tries at signing in, counted per who tried and at what; a bucket holds a digest, never the address itself.
create table identity.sign_in_try (
  bucket     text        not null,
  started_at timestamptz not null,
  tries      integer     not null,
  constraint sign_in_try_pkey primary key (bucket)
);

grant select, insert, update on identity.api_key, identity.member to evermend_app;
grant select, insert, update, delete on identity.login, identity.session, identity.challenge,
  identity.passkey, identity.credential, identity.sign_in_link, identity.sign_in_try to evermend_app;
