alter table sample_case add column department text;
alter table sample_case add column priority text;
alter table sample_case add column next_due_at timestamptz not null default '9999-12-31Z';
