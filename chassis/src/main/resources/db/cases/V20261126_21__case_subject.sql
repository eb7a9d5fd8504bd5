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

-- how far the cases of a time before this table have been entered in it
create table case_subject_progress (
  kind    text primary key,
  last_id uuid not null
);

-- a hold on a case counts for what was merged with it
create index case_link_merged on case_link (number, case_id) where relation in ('SURVIVOR', 'DUPLICATE');
