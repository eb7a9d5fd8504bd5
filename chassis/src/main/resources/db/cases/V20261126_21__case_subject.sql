-- which cases a person is the customer of, by keyed fingerprints of phone and e-mail (REG-10); gone once the
-- case is anonymised
create table case_subject (
  case_id uuid not null references case_stream,
  kind    text not null,
  subject text not null,
  primary key (case_id, subject)
);
-- a person's cases
create index case_subject_cases on case_subject (subject, kind, case_id);

-- how far the cases of a time before this table, or before the key of fingerprints, have been entered in it
create table case_subject_progress (
  kind     text primary key,
  key_mark text not null, -- the fingerprint of a fixed text: another one means another key
  last_id  uuid not null
);
