-- Versions of the wording of letters over the code's own; no subject: back to that.
create table notices.text (
  template text        not null,
  language text        not null,
  version  integer     not null,
  subject  text,
  body     text,
  set_at   timestamptz not null,
  set_by   text        not null,
  constraint text_pkey primary key (template, language, version),
  constraint text_language check (language ~ '^[a-z]{2}$'),
  constraint text_whole check ((subject is null) = (body is null)),
  constraint text_length check (char_length(subject) <= 200 and char_length(body) <= 8000)
);
grant select, insert on notices.text to evermend_app;
