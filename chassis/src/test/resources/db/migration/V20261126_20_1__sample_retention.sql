alter table sample_case add column anonymised_at timestamptz;
alter table sample_case add column contact text;
